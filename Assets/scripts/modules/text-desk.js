import { codeIn } from "../helpers/code-in.js";
import { spelled } from "../helpers/code.js";
import { isTyped } from "../helpers/keys.js";

/** An answer in words. Whoever typed on with the next form has its code in it: that is asked about, and no key says yes. */
export class TextDesk {
  constructor(root, words, go) {
    Object.assign(this, { words, go, fine: new Set() });
    this.field = root.querySelector("#answer-text");
    this.asked = root.querySelector("[data-slot=code-asked]");
    this.field.addEventListener("input", () => this.#look());
    this.field.addEventListener("keydown", (event) => this.#pressed(event));
    this.asked.addEventListener("click", ({ target }) => this.#clicked(target.closest("button")?.dataset.code));
  }

  /** Of this question, or of none that is answered in words. */
  show(question, answer) {
    this.isOn = Boolean(question);
    this.field.value = answer ?? "";
    if (question) this.field.maxLength = question.longest;
    this.field.parentElement.hidden = !question;
    this.#look();
  }

  wipe() {
    this.fine.clear();
    this.show();
  }

  focus() {
    this.field.focus({ preventScroll: true });
  }

  /** What is typed in words and not yet put down. */
  get written() {
    return this.isOn ? this.field.value.trim() : null;
  }

  /** What looks like a code in a text of which nobody said that it belongs there. */
  codeIn(text) {
    return text && !this.fine.has(text.trim()) ? codeIn(text) : null;
  }

  #look() {
    const found = this.codeIn(this.field.value);
    if (found?.code !== this.found?.code) this.#tell(found && spelled(found.code));
    this.found = found;
  }

  #tell(code) {
    this.go.complain(code ? this.words.get("code_in_text", { code }) : "");
    this.asked.querySelector("[data-code=cut]").textContent = code ? this.words.get("code_cut", { code }) : "";
    this.asked.hidden = !code;
  }

  #clicked(act) {
    if (!act) return;
    if (act === "cut") {
      this.field.value = this.field.value.slice(0, this.found.index);
      this.go.unread();
    } else {
      this.fine.add(this.written);
    }
    this.#look();
    this.go.answer(this.written);
  }

  /** Between words the keys do what they do in any text; at its ends they go on and back. */
  #pressed(event) {
    const wasTyped = this.wasTyped;
    this.wasTyped = isTyped(event);
    // Some put Tab behind each digit: one behind a key of the next form must not lead to a button.
    if (this.found && wasTyped && event.key === "Tab") event.preventDefault();
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { selectionStart: start, selectionEnd: end, value } = this.field;
    const isOn = event.key === "Enter" || (event.key === "ArrowDown" && start === value.length);
    const isBack = end === 0 && (event.key === "ArrowUp" || (event.key === "Backspace" && !value));
    if (!isOn && !isBack) return;
    event.preventDefault();
    if (isBack) this.go.back();
    else if (!this.found) this.go.answer(this.written);
  }
}
