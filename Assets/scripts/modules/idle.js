const LIMIT = 10 * 60_000;
const WARNING = 60_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "input", "scroll"];

/** Tells when nobody touched the page for ten minutes, and a minute before that. */
export class Idle {
  constructor({ warn, still, end }) {
    Object.assign(this, { warn, still, end });
  }

  start() {
    this.stop();
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    this.last = Date.now();
    for (const sign of SIGNS) addEventListener(sign, () => this.#seen(), { signal, passive: true });
    // A sleeping phone runs no timers: it is asked again when it wakes up.
    document.addEventListener("visibilitychange", () => this.#look(), { signal });
    addEventListener("pageshow", () => this.#look(), { signal });
    this.timer = setInterval(() => this.#look(), 5_000);
  }

  stop() {
    this.stopping?.abort();
    clearInterval(this.timer);
  }

  #seen() {
    this.#look();
    this.last = Date.now();
    this.still();
  }

  #look() {
    const quiet = Date.now() - this.last;
    if (quiet >= LIMIT) {
      this.last = Date.now();
      this.end();
    } else if (quiet >= LIMIT - WARNING) this.warn();
  }
}
