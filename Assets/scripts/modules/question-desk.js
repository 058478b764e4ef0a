import { TextDesk } from "./text-desk.js";

/**
 * The question in hand, and the keys that answer it: the cursor stays where it is from the first to the last. What was typed
 * and is no answer stays in the field, and nothing behind it is read, until somebody takes it away: eye and page have parted.
 */
export class QuestionDesk {
  constructor(root, words, go) {
    Object.assign(this, { root, words, go });
    this.input = root.querySelector("#answer");
    this.options = root.querySelector("[data-slot=options]");
    this.text = new TextDesk(root, words, { ...go, complain: (text) => this.complain(text) });
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#pressed(event));
    // A click must not take the cursor away.
    this.options.addEventListener("pointerdown", (event) => event.preventDefault());
    this.options.addEventListener("click", (event) => this.#clicked(event));
  }

  /** Of this question, the answer that it has so far; whether it was answered tells if one may go past it. */
  show(question, { answer, isAnswered, total }) {
    Object.assign(this, { question, isAnswered });
    this.#clear(question.condition);
    this.#fill("place", this.words.get("place", { number: question.number, total, part: question.part }));
    this.#fill("wording", question.wording);
    this.#fill("label", this.words.get("digit"));
    this.input.parentElement.hidden = question.isText;
    this.text.show(question.isText ? question : null, answer);
    this.#offer(question, answer);
    this.#name(question);
    this.focus();
  }

  /** Behind the last question of a block: Enter says that paper is at its end, too, and any other key that it is not. */
  showEnd({ number, part }, told) {
    this.question = null;
    this.#clear();
    this.#fill("wording", this.words.get("end", { part }));
    this.#fill("end", told);
    this.#fill("label", this.words.get("end_label"));
    this.#fill("keys", this.words.get("end_keys", { number }));
    this.options.replaceChildren(option({ key: "Enter", label: this.words.get("end_right") }));
    this.focus();
  }

  /** An Enter belonged to the last digit of a block: its end takes another. */
  enteredBehind() {
    if (!this.isStuck) this.complain(this.words.get("end_once_more"));
  }

  /** Leaves nothing of the form that was typed. */
  wipe() {
    this.question = null;
    this.#clear();
    this.text.wipe();
    this.options.replaceChildren();
    for (const name of ["place", "wording"]) this.#fill(name, "");
  }

  focus() {
    if (this.question?.isText) this.text.focus();
    else this.input.focus({ preventScroll: true });
  }

  /** What is typed in words and not yet put down. */
  get written() {
    return this.question?.isText ? this.text.written : null;
  }

  #clear(condition) {
    this.isStuck = false;
    this.input.value = "";
    this.#fill("condition", condition ?? "");
    this.#fill("end", "");
    this.complain("");
  }

  /** Which keys answer it: of a scale of more than nine, two digits. */
  #name({ isText, width, answers }) {
    const example = answers.findLast(({ key }) => key.length < width)?.key ?? "";
    const told = width > 1 ? this.words.get("keys_two", { example: example.padStart(width, "0"), last: answers.at(-1).key }) : this.words.get("keys");
    this.#fill("keys", isText ? "" : told);
  }

  complain(text) {
    this.#fill("wrong", text);
    this.input.setAttribute("aria-invalid", Boolean(text));
  }

  #fill(name, text) {
    this.root.querySelector(`[data-slot="${name}"]`).textContent = text;
  }

  #offer({ answers, isText }, chosen) {
    const none = { key: "−", value: "", label: this.words.get("none") };
    const all = isText ? [] : [...answers, none];
    this.options.replaceChildren(...all.map((answer) => option(answer, answer.key === chosen)));
  }

  #clicked(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (this.question) this.go.answer(button.dataset.value ? button.dataset.choice : null);
    else this.go.next();
  }

  #typed() {
    const typed = this.input.value.trim();
    if (typed && this.isStuck) return;
    this.isStuck = false;
    if (!typed) return;
    if (!this.question) return this.#refuse("behind_end", { typed });
    if (/^[-−–]/.test(typed)) return this.go.answer(null, true);
    if (!/^\d+$/.test(typed)) return this.#refuseAnswer(typed);
    // A scale of more than nine takes two digits: 07, 10.
    const { width } = this.question;
    if (typed.length < width) return;
    if (this.#take(typed.slice(0, width), true) && typed.length > width && !this.question?.isText) {
      this.input.value = typed.slice(width);
      this.#typed();
    }
  }

  #take(typed, byItself) {
    const key = String(Number(typed));
    if (!this.question.answers.some((answer) => answer.key === key)) return this.#refuseAnswer(typed);
    this.go.answer(key, byItself);
    return true;
  }

  #refuseAnswer(typed) {
    const { answers } = this.question;
    return this.#refuse("no_answer", { typed, first: answers[0].key, last: answers.at(-1).key });
  }

  #refuse(word, values) {
    this.isStuck = true;
    this.go.refused();
    this.complain(this.words.get(word, values));
    return false;
  }

  #pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Backspace" && this.input.value) return;
    if (isArrowOfPad(event)) {
      event.preventDefault();
      if (!this.isStuck) this.complain(this.words.get("num_lock"));
    } else if (["Enter", "ArrowDown", "ArrowRight"].includes(event.key)) {
      event.preventDefault();
      if (!this.isStuck) this.#goOn(this.input.value.trim(), event.key);
    } else if (["Backspace", "ArrowUp", "ArrowLeft"].includes(event.key)) {
      event.preventDefault();
      this.go.back();
    }
  }

  /** Past a question only once it has an answer, or was said to have none. */
  #goOn(typed, key) {
    if (!this.question) return this.go.next();
    if (typed) return this.#take(typed);
    if (this.isAnswered) return this.go.next();
    const { number } = this.question;
    if (key !== "Enter") return this.complain(this.words.get("unanswered", { number }));
    // Enter ends a block: on paper it is over, and here it is not.
    this.input.value = "↵";
    this.#refuse("before_end", { number });
  }
}

/** Without Num Lock the digits of a numeric pad are arrows. */
function isArrowOfPad({ key, location }) {
  return location === KeyboardEvent.DOM_KEY_LOCATION_NUMPAD && key.startsWith("Arrow");
}

function option({ key, value = "", label }, isChosen = false) {
  const [item, button, digit] = ["li", "button", "b"].map((name) => document.createElement(name));
  digit.textContent = key;
  button.type = "button";
  button.tabIndex = -1;
  Object.assign(button.dataset, { choice: key, value });
  button.classList.toggle("chosen", isChosen);
  button.append(digit, ` ${label}`);
  item.append(button);
  return item;
}
