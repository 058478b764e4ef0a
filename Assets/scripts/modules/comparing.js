/** Where two typings of one form differ: both are shown, and somebody who looks at the paper types which it is. */
export class Comparing {
  constructor(root, words, go) {
    // What it tells: that the page went on by a digit, what is wrong, and at last what was chosen.
    Object.assign(this, { words, go, list: root.querySelector("[data-slot=differences]") });
    this.list.addEventListener("keydown", (event) => this.#pressed(event));
  }

  show(differences, told) {
    this.differences = differences.map((difference) => ({ ...difference, keys: keys(difference) }));
    this.list.replaceChildren(...this.differences.map((difference, place) => this.#choice(difference, place, told)));
    this.typed = "";
  }

  wipe() {
    Object.assign(this, { differences: [], typed: "" });
    this.list.replaceChildren();
  }

  /** What was chosen of each, or nothing while one of them is open. */
  get chosen() {
    const chosen = this.differences.map((difference, place) => {
      const checked = this.list.querySelector(`input[name="differs-${place}"]:checked`);
      return checked && { question: difference.question, answer: difference[checked.value] };
    });
    return chosen.every(Boolean) ? chosen : null;
  }

  /** Hands over what was chosen, or says that one of them is open. */
  finish() {
    const { chosen } = this;
    if (chosen) return this.go.done(chosen);
    this.go.complain(this.words.get("choose_each"));
    this.focus();
  }

  /** The first that is open still. */
  focus() {
    this.#sets.find((set) => !set.querySelector(":checked"))?.querySelector("input").focus();
  }

  get #sets() {
    return [...this.list.querySelectorAll("fieldset")];
  }

  /** The digits of an answer choose it; those of two digits are complete with the second. */
  #pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const place = this.#sets.indexOf(event.target.closest("fieldset"));
    if (place < 0 || !/^[-−–\d]$/.test(event.key)) return;
    event.preventDefault();
    const { keys, width } = this.differences[place].keys;
    const typed = /\d/.test(event.key) ? this.typed + event.key : "−";
    const isWhole = typed === "−" || typed.length >= width;
    this.typed = isWhole ? "" : typed;
    if (isWhole) this.#choose(place, Object.keys(keys).find((name) => keys[name] === typed), typed);
  }

  #choose(place, name, typed) {
    this.go.typed();
    this.go.complain(name ? "" : this.words.get("neither", { typed }));
    if (!name) return;
    this.list.querySelector(`input[name="differs-${place}"][value=${name}]`).checked = true;
    this.chosen ? this.finish() : this.focus();
  }

  #choice({ question, first, second, keys: { keys } }, place, told) {
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = `${question.number}. ${question.wording}`;
    const choices = [["first", first], ["second", second]].map(([name, value]) => {
      const answer = told(question, value) || this.words.get("none");
      return this.#radio(place, name, keys[name], this.words.get(name, { answer }));
    });
    set.append(legend, ...choices);
    return set;
  }

  #radio(place, name, key, text) {
    const [label, cap] = ["label", "kbd"].map((tag) => document.createElement(tag));
    const input = Object.assign(document.createElement("input"), { type: "radio", name: `differs-${place}`, value: name });
    label.className = "choice";
    cap.textContent = key;
    label.append(input, " ", cap, ` ${text}`);
    return label;
  }
}

/** Which key stands for which time: the digits of the answer, as on the paper; of words, 1 and 2. */
function keys({ question, first, second }) {
  const { isText, width } = question;
  if (isText) return { width: 1, keys: { first: "1", second: "2" } };
  const key = (answer) => answer?.padStart(width, "0") ?? "−";
  return { width, keys: { first: key(first), second: key(second) } };
}
