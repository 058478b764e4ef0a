/** One form of paper as it is typed: what it asks and what was typed so far. It is in memory alone. */
export class TypedForm {
  constructor(rows) {
    this.questions = rows.map(readQuestion);
    this.clear();
  }

  clear() {
    Object.assign(this, { code: null, answers: new Map(), seen: new Set() });
  }

  /** The questions that this form has, by what was answered so far. */
  get asked() {
    return this.questions.filter((question) => this.#isAsked(question));
  }

  get isBegun() {
    return this.code !== null || this.answers.size > 0;
  }

  /** The key of a chosen answer, or a text; null for none. */
  put(question, answer) {
    this.seen.add(question);
    if (answer) this.answers.set(question.field, answer);
    else this.answers.delete(question.field);
  }

  get(question) {
    return this.answers.get(question.field) ?? null;
  }

  /** The answer in words, as the list shows it; empty for none. */
  told(question, answer = this.get(question)) {
    const chosen = question.answers.find(({ key }) => key === answer);
    return chosen ? `${chosen.key} ${chosen.label}` : (answer ?? "");
  }

  get counted() {
    return { total: this.asked.length, answered: this.asked.filter((question) => this.get(question)).length };
  }

  /** The question after this one; for who only corrects, and after the last, one that was passed over. */
  next(question, onlyOpen) {
    const { asked } = this;
    return (onlyOpen ? null : asked[asked.indexOf(question) + 1]) ?? this.open;
  }

  /** The first question that has no answer, and of which nobody said that there is none. */
  get open() {
    return this.asked.find((question) => !this.seen.has(question));
  }

  before(question) {
    return this.asked[this.asked.indexOf(question) - 1];
  }

  /** Whether a block of the form is over with this question; of words their own Enter says so, of the last the look back. */
  endsBlock(question) {
    const { asked } = this;
    const next = asked[asked.indexOf(question) + 1];
    return Boolean(next) && next.block !== question.block && !question.isText;
  }

  /** How many of the block have no answer. */
  blank({ block }) {
    return this.asked.filter((question) => question.block === block && !this.get(question)).length;
  }

  copy() {
    return { code: this.code, answers: new Map(this.answers) };
  }

  /** Where this form and what was typed the first time are not the same. */
  differences(first) {
    const before = (question) => first.answers.get(question.field) ?? null;
    return this.questions.filter((question) => before(question) !== this.get(question)).map((question) => {
      return { question, first: before(question), second: this.get(question) };
    });
  }

  /** The fields that the answering page would send. */
  body(language) {
    const fields = this.asked.map((question) => [question.field, this.#value(question)]).filter(([, value]) => value !== null);
    return new URLSearchParams([["code", this.code], ["language", language], ...fields]);
  }

  #value(question) {
    const answer = this.get(question);
    return question.isText ? answer : (question.answers.find(({ key }) => key === answer)?.value ?? null);
  }

  #isAsked({ only, wanted }) {
    if (!only) return true;
    const before = this.questions.find(({ field }) => field === only);
    return this.#isAsked(before) && wanted.includes(this.#value(before));
  }
}

function readQuestion(row) {
  const { number, field, only, answers: wanted, condition, part, block, longest } = row.dataset;
  const answers = [...row.querySelectorAll("[data-key]")].map((item) => {
    return { key: item.dataset.key, value: item.dataset.value, label: item.textContent };
  });
  return {
    row, number, field, only, wanted: wanted?.split(" "), condition, part, block, answers, longest: Number(longest),
    wording: row.querySelector("[data-wording]").textContent, isText: !answers.length,
    width: Math.max(0, ...answers.map(({ key }) => key.length)),
  };
}
