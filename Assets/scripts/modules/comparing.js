/** Where two typings of one form differ: both are shown, and somebody who looks at the paper chooses. */
export class Comparing {
  constructor(root, words) {
    this.list = root.querySelector("[data-slot=differences]");
    this.words = words;
  }

  show(differences, told) {
    this.differences = differences;
    this.list.replaceChildren(...differences.map((difference, place) => this.#choice(difference, place, told)));
  }

  wipe() {
    this.differences = [];
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

  focus() {
    [...this.list.querySelectorAll("fieldset")].find((set) => !set.querySelector(":checked"))?.querySelector("input").focus();
  }

  #choice({ question, first, second }, place, told) {
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = question ? `${question.number}. ${question.wording}` : this.words.get("code_differs");
    const answer = (value) => (question ? told(question, value) : value) || this.words.get("none");
    const choices = [["first", first], ["second", second]].map(([name, value]) => {
      return this.#radio(place, name, this.words.get(name, { answer: answer(value) }));
    });
    set.append(legend, ...choices);
    return set;
  }

  #radio(place, name, text) {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "radio", name: `differs-${place}`, value: name });
    label.className = "choice";
    label.append(input, ` ${text}`);
    return label;
  }
}
