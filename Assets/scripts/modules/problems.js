/** The list of what is wrong, at the top of the step in sight, and beside the field. */
export class Problems {
  constructor(root, words) {
    this.box = root.querySelector("#problem");
    this.list = this.box.querySelector("[data-slot=problems]");
    this.code = root.querySelector("#code");
    this.note = root.querySelector("#code-problem");
    this.words = words;
  }

  /** Shows problems `{ text, field? }` in a step. `visit` is called with a field's id when its link is followed. */
  show(step, problems, visit) {
    this.clear();
    this.list.replaceChildren(...problems.map((problem) => line(problem, visit)));
    step.querySelector(".head, .stack, h1").after(this.box);
    this.box.hidden = false;
    document.title = `${this.words.get("error_prefix")} ${step.dataset.title}`;
    this.#mark(problems.find(({ field }) => field === "code")?.text);
    this.box.focus();
  }

  clear() {
    this.box.hidden = true;
    this.#mark();
  }

  #mark(text) {
    this.note.textContent = text ? `${this.words.get("error_prefix")} ${text[0].toLowerCase()}${text.slice(1)}` : "";
    this.note.hidden = !text;
    this.code.parentElement.classList.toggle("wrong", Boolean(text));
    this.code.setAttribute("aria-invalid", Boolean(text));
  }
}

function line({ text, field }, visit) {
  const item = document.createElement("li");
  if (!field) {
    item.textContent = text;
    return item;
  }
  const link = document.createElement("a");
  link.href = `#${field}`;
  link.textContent = text;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    visit(field);
  });
  item.append(link);
  return item;
}
