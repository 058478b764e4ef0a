/** What the typing page shows: one view at a time, the list of answers, and words in their places. */
export class TypingScreen {
  constructor(root, words) {
    Object.assign(this, { root, words });
    this.views = [...root.querySelectorAll("[data-view]")];
    this.code = root.querySelector("#code");
    this.box = root.querySelector("[data-slot=problem]");
    root.querySelectorAll("[data-script]").forEach((part) => (part.hidden = false));
    root.querySelectorAll("[data-plain]").forEach((part) => (part.hidden = true));
  }

  show(view) {
    this.view = view;
    for (const part of this.views) part.hidden = !part.dataset.view.split(" ").includes(view);
    this.problem("");
  }

  /** What was answered so far, question by question; one that this form does not have says so. */
  list(form, now) {
    const { asked } = form;
    for (const question of form.questions) {
      const isAsked = asked.includes(question);
      const answer = form.told(question) || (form.seen.has(question) ? this.words.get("none") : "");
      question.row.querySelector("[data-slot=chosen]").textContent = isAsked ? answer : this.words.get("not_asked");
      question.row.querySelector("button").disabled = !isAsked;
      question.row.toggleAttribute("data-now", question === now);
    }
    // Where the list has a place of its own beside the question, it goes along; the page does not move.
    const list = form.questions[0].row.parentElement;
    list.scrollTop = now ? now.row.offsetTop - list.clientHeight / 2 : 0;
  }

  problem(text) {
    this.box.textContent = text;
    this.box.hidden = !text;
    this.code.setAttribute("aria-invalid", Boolean(text) && this.view === "code");
  }

  /** For who listens: what stands nowhere to be seen. The rest is read out where it stands, in the same place of the page. */
  say(text) {
    this.fill("said", text);
  }

  fill(name, text) {
    for (const place of this.root.querySelectorAll(`[data-slot="${name}"]`)) place.textContent = text;
  }

  /** On the look back the heading and the button say which form this is; without a code nothing is left of one. */
  nameForm(code) {
    for (const [slot, word] of [["look-title", "look_title"], ["send", "send"]]) {
      this.fill(slot, code && this.words.get(word, { code }));
    }
    this.toggle("[data-slot=look-keys]", true);
    if (code) return;
    this.fill("code", "");
    this.fill("look", "");
  }

  /** What is wrong on the look back is brought into sight; the cursor leaves the button, and no key stores by itself. */
  warnOnLook() {
    this.toggle("[data-slot=look-keys]", false);
    this.root.querySelector("[data-slot=look-title]").focus({ preventScroll: true });
    this.box.scrollIntoView({ block: "center" });
  }

  /** What became of the form before stands in sight above the code of the next. */
  notice(text) {
    this.fill("notice", text);
    if (text) this.root.querySelector("[data-slot=notice]").scrollIntoView({ block: "nearest" });
  }

  onceMore() {
    if (this.view === "look") this.fill("once-more", this.words.get("once_more"));
  }

  /** How many were stored in this sitting. */
  count(count) {
    this.fill("count", this.words.get(count === 1 ? "count_one" : "count", { count }));
  }

  toggle(selector, isShown) {
    this.root.querySelector(selector).hidden = !isShown;
  }

  focusHead() {
    const view = this.views.find((part) => part.dataset.view === this.view);
    view.querySelector("[tabindex='-1']:is(h2)").focus();
  }
}
