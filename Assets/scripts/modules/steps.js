/** Shows one step at a time; the browser's own back button walks through them too. */
export class Steps {
  constructor(root, { signal, asked, guard, shown }) {
    this.sections = new Map([...root.querySelectorAll("[data-step]")].map((step) => [step.dataset.step, step]));
    this.asked = asked;
    this.guard = guard;
    this.shown = shown;
    history.scrollRestoration = "manual";
    // With one step in sight its heading is the first of the page.
    root.querySelectorAll("[data-step] h2[tabindex]").forEach((heading) => heading.setAttribute("aria-level", "1"));
    addEventListener("popstate", ({ state }) => state?.step && this.show(state.step), { signal });
  }

  /** The steps that somebody walks through, by what they answered so far. */
  get order() {
    const all = [...this.sections.values()].filter((step) => step.closest("form") && this.asked(step));
    return all.map((step) => step.dataset.step);
  }

  get section() {
    return this.sections.get(this.current);
  }

  /** Shows the first step, without an entry of its own and without taking the focus. */
  start(name) {
    history.replaceState({ step: name, depth: 0 }, "");
    this.show(name, { focus: false });
  }

  go(name) {
    const depth = (history.state?.depth ?? 0) + 1;
    history.pushState({ step: name, from: this.current, depth }, "");
    this.show(name);
  }

  next() {
    this.go(this.order[this.order.indexOf(this.current) + 1]);
  }

  back() {
    const before = this.order[this.order.indexOf(this.current) - 1];
    if (history.state?.from === before) history.back();
    else this.go(before);
  }

  /** Begins again, for whoever comes next. */
  restart(name) {
    this.only = null;
    this.#replace(name);
  }

  /** From here on this is the only step, whatever the back button asks for. */
  end(name) {
    this.only = name;
    this.#replace(name);
  }

  show(asked, { focus = true } = {}) {
    this.current = this.only ?? this.guard(asked);
    for (const [name, section] of this.sections) section.hidden = name !== this.current;
    document.title = this.section.dataset.title;
    if (focus) {
      scrollTo(0, 0);
      this.section.querySelector("[tabindex='-1']:is(h1, h2)").focus({ preventScroll: true });
    }
    this.shown(this.current);
  }

  #replace(name) {
    history.replaceState({ ...history.state, step: name }, "");
    this.show(name);
  }
}
