import { spelled } from "../helpers/code.js";
import { isTyped } from "../helpers/keys.js";

/** Whoever types the next form over one that stands on the look back, not stored: no key of that rhythm stores it. */
export class TypedOver {
  constructor(screen, words, form, go) {
    // What it tells: that a key of the next form fell here, and that somebody wants to go back in this one.
    Object.assign(this, { screen, words, form, go, isNextUnread: false });
    this.begin();
  }

  /** Nothing was typed over this form yet. */
  begin() {
    Object.assign(this, { isSo: false, isStray: false });
  }

  pressed(event) {
    const isBehindStray = this.isStray;
    this.isStray = isTyped(event);
    if (this.isStray) return this.#stray();
    const isBack = ["Backspace", "ArrowUp"].includes(event.key);
    // Some put Tab behind each digit: one behind a key of the next form must not lead to the button.
    if (isBack || (isBehindStray && event.key === "Tab")) event.preventDefault();
    // Behind keys of the next form Backspace mends those: what is typed then is no answer of this form.
    if (isBack && !this.isSo) this.go.back();
  }

  /** An Enter behind the last digit belonged to it: it takes another to store, where a key stores at all. */
  enteredBehind() {
    if (!this.isSo) this.screen.onceMore();
  }

  /** From the heading Enter stores nothing; it takes the button, which has the code of the form that is stored. */
  warn() {
    this.screen.fill("once-more", "");
    this.screen.problem(this.words.get("not_stored", { code: spelled(this.form.code) }));
    this.screen.warnOnLook();
  }

  /** What became of a form, by its code; and that the one behind it was not read. */
  told(word, code) {
    const names = [word, word && this.isNextUnread && "next_unread"].filter(Boolean);
    return names.map((name) => this.words.get(name, { code: code && spelled(code) })).join(" ");
  }

  #stray() {
    Object.assign(this, { isSo: true, isNextUnread: true });
    this.go.typed();
    this.warn();
  }
}
