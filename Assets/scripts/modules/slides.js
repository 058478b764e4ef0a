/** Slides: one at a time, by keyboard and by buttons. Without script they stand below each other. */
export function slides(main) {
  const all = [...main.querySelectorAll(".slide")];
  const keys = document.querySelector(".slide-keys");
  const status = keys.querySelector("[role=status]");
  const at = () => Math.max(0, all.findIndex((slide) => `#${slide.id}` === location.hash));

  function show(number) {
    const next = Math.min(Math.max(number, 0), all.length - 1);
    all.forEach((slide, place) => { slide.classList.toggle("off", place !== next); });
    history.replaceState(null, "", `#${all[next].id}`);
    status.textContent = `${all[next].getAttribute("aria-label")}. ${all[next].querySelector("h2").textContent}`;
    for (const [name, isEnd] of [["previous", next === 0], ["next", next === all.length - 1]]) {
      button(name).disabled = isEnd;
    }
  }

  function button(name) { return keys.querySelector(`[data-act=${name}]`); }

  // A browser may say no to either; then the slides stay as they are.
  function fill() {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    else if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(() => {});
  }

  const acts = { previous: () => show(at() - 1), next: () => show(at() + 1), full: fill };
  for (const name of Object.keys(acts)) {
    button(name).hidden = name === "full" && !document.fullscreenEnabled;
    button(name).addEventListener("click", acts[name]);
  }
  const byKey = {
    ArrowRight: acts.next, ArrowDown: acts.next, PageDown: acts.next, " ": acts.next,
    ArrowLeft: acts.previous, ArrowUp: acts.previous, PageUp: acts.previous,
    Home: () => show(0), End: () => show(all.length - 1), f: fill,
    Escape: () => { if (!document.fullscreenElement) keys.querySelector("a").click(); },
  };
  document.addEventListener("keydown", (event) => {
    const isOnControl = event.target.closest("a, button") && event.key === " ";
    if (event.ctrlKey || event.metaKey || event.altKey || isOnControl || !byKey[event.key]) return;
    event.preventDefault();
    byKey[event.key]();
  });
  main.addEventListener("click", (event) => { if (!event.target.closest("a, button, summary")) acts.next(); });
  addEventListener("hashchange", () => show(at()));
  document.documentElement.classList.add("one-by-one");
  show(at());
}
