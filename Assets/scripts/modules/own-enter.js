/**
 * Whoever types numbers puts Enter behind each. Here a digit goes on by itself: an Enter right behind it belongs to the
 * digit and does nothing more, and one that is held down counts once.
 */
export class OwnEnter {
  constructor(root, onBehind) {
    Object.assign(this, { onBehind, isOwed: false, paid: 0, unpaid: 0 });
    // Before any other part of the page hears of it.
    root.addEventListener("keydown", (event) => this.#pressed(event), true);
  }

  /** The page went on, or refused, by what was typed: the Enter that may follow is not a key of its own. */
  owe() {
    this.isOwed = true;
  }

  /** Where the page asks for an Enter: whoever seldom put one behind a digit gives it now. */
  askForOne() {
    if (this.unpaid > this.paid) this.isOwed = false;
  }

  #pressed(event) {
    const isBehind = event.key === "Enter" && (event.repeat || this.isOwed);
    if (isBehind) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) {
        this.paid += 1;
        this.isOwed = false;
        this.onBehind();
      }
    } else if (!event.repeat && this.isOwed) {
      this.unpaid += 1;
      this.isOwed = false;
    }
  }
}
