// So many digits in a row without an Enter, and the next one is not out of habit.
const SELDOM = 3;

/**
 * Whoever types numbers puts Enter behind each. Here a digit goes on by itself: an Enter right behind it belongs to the
 * digit and does nothing more, and one that is held down counts once.
 */
export class OwnEnter {
  constructor(root, onBehind) {
    Object.assign(this, { onBehind, isOwed: false, isOfDigit: false, paid: 0, unpaid: 0, inRow: 0 });
    // Before any other part of the page hears of it.
    root.addEventListener("keydown", (event) => this.#pressed(event), true);
  }

  /** The page went on, or refused, by what was typed: the Enter that may follow is not a key of its own. */
  owe(isOfDigit = false) {
    Object.assign(this, { isOwed: true, isOfDigit });
  }

  /** An Enter was asked for, and came. */
  rest() {
    this.inRow = 0;
  }

  /** Where the page asks for an Enter: whoever seldom put one behind a digit gives it now. */
  askForOne() {
    if (this.unpaid > this.paid) this.isOwed = false;
  }

  #pressed(event) {
    const isHabit = this.isOwed && !(this.isOfDigit && this.inRow >= SELDOM);
    if (event.key === "Enter" && (event.repeat || isHabit)) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) this.#behind();
    } else if (!event.repeat && this.isOwed) {
      this.isOwed = false;
      this.unpaid += 1;
      if (this.isOfDigit) this.inRow = event.key === "Enter" ? 0 : this.inRow + 1;
    }
  }

  #behind() {
    this.isOwed = false;
    this.paid += 1;
    if (this.isOfDigit) this.inRow = 0;
    this.onBehind();
  }
}
