import { answersIn } from "./answers.js";

/** One person at this page: nothing of it is stored but, on their own device, what rests on the shelf. */
export class Visit {
  begun = false;
  hasLooked = false;
  wasCutOff = false;
  ended = null;

  /** On somebody's own device answers go on resting; on another they are in memory only. */
  begin(code, own, shelf) {
    if (this.shelf && this.shelf.key !== shelf.key) this.shelf.remove();
    if (own === "no") shelf.remove();
    Object.assign(this, { begun: true, code, own, shelf });
  }

  keep(form, step) {
    if (this.begun && this.own === "yes") this.shelf.write(answersIn(form), step);
  }

  /** Whether leaving the page would lose answers that rest nowhere else. */
  isOnlyHere(form) {
    return this.begun && this.own === "no" && Object.keys(answersIn(form)).length > 0;
  }

  /** Forgets everything but how it ended, and whether this was a shared device. */
  end(name) {
    this.shelf?.remove();
    Object.assign(this, { begun: false, code: null, shelf: null, answers: null, typed: "", ended: name });
  }
}
