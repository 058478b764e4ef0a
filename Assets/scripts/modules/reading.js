import { fetchPage } from "./other-language.js";

/** Shows an explanation over the questionnaire instead of leaving it: nothing that was filled in can get lost. */
export class Reading {
  constructor(root) {
    this.box = root.querySelector("dialog");
    this.place = this.box.querySelector("[data-slot=reading]");
    this.box.querySelector("button").addEventListener("click", () => this.box.close());
    for (const link of document.querySelectorAll("a[data-reading]")) {
      link.setAttribute("aria-haspopup", "dialog");
      link.querySelector(".sr").hidden = true;
      link.addEventListener("click", (event) => this.#open(event));
    }
    this.place.addEventListener("click", (event) => event.target.closest("a[href]") && this.#open(event));
  }

  close() {
    this.box.close();
  }

  /** Without a connection the link does what links do: it opens a new tab. */
  async #open(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { href } = event.target.closest("a");
    const main = (await fetchPage(href))?.querySelector("main");
    if (!main) return open(href, "_blank", "noopener");
    this.place.replaceChildren(...main.childNodes);
    this.place.querySelectorAll("[data-back]").forEach((part) => part.remove());
    if (!this.box.open) this.box.showModal();
    this.box.scrollTo(0, 0);
    const heading = this.place.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus();
  }
}
