import { readCode, spelled } from "../helpers/code.js";
import { NoShelf, Shelf } from "../models/shelf.js";

/** The first step: the code of the card, and whose device this is. */
export class Start {
  constructor(root, words) {
    this.words = words;
    this.isTrial = "trial" in root.querySelector("form").dataset;
    this.wave = root.dataset.wave;
    this.until = Number(root.dataset.until);
    this.code = root.querySelector("#code");
    this.choices = [...root.querySelectorAll("input[name=own]")];
    this.notice = root.querySelector("[data-slot=notice]");
  }

  get own() {
    return this.choices.find((choice) => choice.checked)?.value;
  }

  set own(value) {
    for (const choice of this.choices) choice.checked = choice.value === value;
  }

  /** Reads the code in the card's address, and takes it out of the address bar and the history. */
  takeCode() {
    const code = readCode(location.hash.slice(1));
    if (!code) return false;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.code.value = spelled(code);
    return true;
  }

  /** Tells somebody who began here earlier how to go on. */
  offer() {
    if (this.isTrial) return this.hush();
    const code = readCode(this.code.value);
    const rests = code && this.shelf(code).read();
    if (rests) this.own = "yes";
    if (rests) this.say("begun_code");
    else if (!code && Shelf.holds(this.wave)) this.say("begun_here");
    else this.hush();
  }

  /** What is filled in, or what is wrong with it. */
  read() {
    const code = readCode(this.code.value);
    const problems = [];
    if (!code) problems.push(this.#problem(this.code.value.trim() ? "code_wrong" : "code_missing", "code"));
    if (!this.own && !this.isTrial) problems.push(this.#problem("own_missing", "own-yes"));
    return { code, own: this.own, problems };
  }

  shelf(code) {
    return this.isTrial ? new NoShelf() : new Shelf(this.wave, code, this.until);
  }

  say(word) {
    this.notice.textContent = this.words.get(word);
  }

  hush() {
    this.notice.textContent = "";
  }

  #problem(word, field) {
    return { text: this.words.get(word), field };
  }
}
