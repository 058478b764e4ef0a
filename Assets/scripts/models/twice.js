import { oneIn } from "../helpers/chance.js";

const ONE_IN = 10;

/** One form in ten is typed twice, by chance; whoever types hears it only when the first time is done. */
export class Twice {
  constructor() {
    this.forget();
  }

  /** For the next form. */
  forget() {
    Object.assign(this, { first: null, isTwice: undefined, isSettled: false });
  }

  /** The code of the form that is being typed for the second time; nothing else may be typed meanwhile. */
  get code() {
    return this.first && !this.isSettled ? this.first.code : null;
  }

  /** What comes next for a form that is typed to its end: to be sent, typed again, or chosen where it differs. */
  judge(form) {
    this.isTwice ??= oneIn(ONE_IN);
    if (!this.isTwice || this.isSettled) return { next: "send" };
    if (!this.first) {
      this.first = form.copy();
      return { next: "again" };
    }
    const differences = form.differences(this.first);
    this.isSettled = !differences.length;
    return { next: this.isSettled ? "send" : "differ", differences };
  }

  /** Takes over what was chosen, with the paper at hand. */
  settle(form, chosen) {
    for (const { question, answer } of chosen) form.put(question, answer);
    this.isSettled = true;
  }
}
