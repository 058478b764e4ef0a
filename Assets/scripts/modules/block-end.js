/** The end of a block, where an Enter is due: whoever skipped a digit, or typed one twice, is not there on paper. */
export class BlockEnd {
  constructor(form, screen, words, enter) {
    Object.assign(this, { form, screen, words, enter, isHere: false });
  }

  /** Whether the page stops behind this question. */
  isDue(question) {
    return !this.isHere && this.form.endsBlock(question);
  }

  show(question, desk) {
    const { form, words } = this;
    this.isHere = true;
    this.screen.list(form, question);
    const answer = form.told(question) || words.get("none");
    desk.showEnd(question, words.get("end_told", { number: question.number, answer, blank: form.blank(question) }));
    // The last answer is read out where it stands.
    this.screen.say("");
    this.enter.askForOne();
  }

  leave() {
    this.isHere = false;
  }
}
