import { readCode, spelled } from "../helpers/code.js";

/** The code of a form: its last character tells at once whether it was typed well. */
export class CodeDesk {
  constructor(root, words, { complain, begin }) {
    Object.assign(this, { words, complain, begin });
    this.field = root.querySelector("#code");
    this.field.addEventListener("input", () => this.#typed());
  }

  /** Begins, or says what is wrong. */
  enter() {
    const typed = this.field.value.trim();
    const code = readCode(typed);
    if (code) this.begin(code);
    else this.complain(this.words.get(typed ? "code_wrong" : "code_missing"));
  }

  /** Two people's forms are never mixed: the second time takes the code of the first. */
  refuseOther(first) {
    this.complain(this.words.get("other_form", { code: spelled(first) }));
    this.wipe();
  }

  wipe() {
    this.field.value = "";
    this.field.focus();
  }

  focus() {
    this.field.focus();
  }

  #typed() {
    const isWhole = this.field.value.replace(/[\s\p{Pd}]/gu, "").length >= 8;
    isWhole ? this.enter() : this.complain("");
  }
}
