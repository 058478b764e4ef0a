/** The question in hand, and the keys that answer it: the cursor stays where it is from the first to the last. */
export class QuestionDesk {
  constructor(root, words, go) {
    Object.assign(this, { root, words, go });
    this.input = root.querySelector("#answer");
    this.text = root.querySelector("#answer-text");
    this.options = root.querySelector("[data-slot=options]");
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#pressed(event));
    this.text.addEventListener("keydown", (event) => this.#pressedInText(event));
    // A click must not take the cursor away.
    this.options.addEventListener("pointerdown", (event) => event.preventDefault());
    this.options.addEventListener("click", (event) => this.#clicked(event));
  }

  /** Of this question, the answer that it has so far; whether it was answered tells if one may go past it. */
  show(question, { answer, isAnswered, total }) {
    Object.assign(this, { question, isAnswered });
    this.input.value = "";
    this.text.value = question.isText ? (answer ?? "") : "";
    if (question.isText) this.text.maxLength = question.longest;
    this.#fill("place", this.words.get("place", { number: question.number, total, part: question.part }));
    this.#fill("wording", question.wording);
    this.#fill("condition", question.condition ?? "");
    this.complain("");
    this.input.parentElement.hidden = question.isText;
    this.text.parentElement.hidden = !question.isText;
    this.#offer(question, answer);
    this.#name(question);
    this.focus();
  }

  /** Leaves nothing of the form that was typed. */
  wipe() {
    this.question = null;
    this.input.value = this.text.value = "";
    this.options.replaceChildren();
    for (const name of ["place", "wording", "condition", "wrong"]) this.#fill(name, "");
  }

  focus() {
    (this.question.isText ? this.text : this.input).focus({ preventScroll: true });
  }

  /** What is typed in words and not yet put down. */
  get written() {
    return this.question?.isText ? this.text.value.trim() : null;
  }

  /** Which keys answer it: of a scale of more than nine, two digits. */
  #name({ isText, width, answers }) {
    const example = answers.findLast(({ key }) => key.length < width)?.key ?? "";
    const told = width > 1 ? this.words.get("keys_two", { example: example.padStart(width, "0"), last: answers.at(-1).key }) : this.words.get("keys");
    this.#fill("keys", isText ? "" : told);
  }

  complain(text) {
    this.#fill("wrong", text);
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
    if (button) this.go.answer(button.dataset.value ? button.dataset.choice : null);
  }

  #typed() {
    const typed = this.input.value.trim();
    if (!typed) return;
    if (/^[-−–]/.test(typed)) return this.go.answer(null, true);
    if (!/^\d+$/.test(typed)) return this.#refuse(typed);
    // A scale of more than nine takes two digits: 07, 10.
    const { width } = this.question;
    if (typed.length < width) return;
    if (this.#take(typed.slice(0, width), true) && typed.length > width && !this.question.isText) {
      this.input.value = typed.slice(width);
      this.#typed();
    }
  }

  #take(typed, byItself) {
    const key = String(Number(typed));
    if (!this.question.answers.some((answer) => answer.key === key)) return this.#refuse(typed);
    this.go.answer(key, byItself);
    return true;
  }

  #refuse(typed) {
    this.input.value = "";
    this.go.refused();
    const { answers } = this.question;
    this.complain(this.words.get("no_answer", { typed, first: answers[0].key, last: answers.at(-1).key }));
    return false;
  }

  #pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typed = this.input.value.trim();
    if (event.key === "Backspace" && typed) return;
    if (isArrowOfPad(event)) {
      event.preventDefault();
      this.complain(this.words.get("num_lock"));
    } else if (["Enter", "ArrowDown", "ArrowRight"].includes(event.key)) {
      event.preventDefault();
      typed ? this.#take(typed) : this.#pass();
    } else if (["Backspace", "ArrowUp", "ArrowLeft"].includes(event.key)) {
      event.preventDefault();
      this.go.back();
    }
  }

  /** Past a question only once it has an answer, or was said to have none. */
  #pass() {
    if (this.isAnswered) this.go.next();
    else this.complain(this.words.get("unanswered", { number: this.question.number }));
  }

  /** Between words the keys do what they do in any text; at its ends they go on and back. */
  #pressedInText(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { selectionStart: start, selectionEnd: end, value } = this.text;
    const isOn = event.key === "Enter" || (event.key === "ArrowDown" && start === value.length);
    const isBack = end === 0 && (event.key === "ArrowUp" || (event.key === "Backspace" && !value));
    if (!isOn && !isBack) return;
    event.preventDefault();
    if (isOn) this.go.answer(this.written);
    else this.go.back();
  }
}

/** Without Num Lock the digits of a numeric pad are arrows. */
function isArrowOfPad({ key, location }) {
  return location === KeyboardEvent.DOM_KEY_LOCATION_NUMPAD && key.startsWith("Arrow");
}

function option({ key, value, label }, isChosen) {
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
