import { spelled } from "../helpers/code.js";
import { isTyped } from "../helpers/keys.js";
import { Words } from "../helpers/words.js";
import { Twice } from "../models/twice.js";
import { TypedForm } from "../models/typed-form.js";
import { BlockEnd } from "./block-end.js";
import { CodeDesk } from "./code-desk.js";
import { Comparing } from "./comparing.js";
import { QuestionDesk } from "./question-desk.js";
import { OwnEnter } from "./own-enter.js";
import { Storing } from "./storing.js";
import { TypedOver } from "./typed-over.js";
import { TypingScreen } from "./typing-screen.js";

/** Forms of paper, one after the other: a code, its answers, a look back, and sending. Nothing is kept but a number. */
export class Typing {
  constructor(root) {
    this.root = root;
    this.words = new Words(document.getElementById("words"));
    this.screen = new TypingScreen(root, this.words);
    this.form = new TypedForm([...root.querySelectorAll("[data-field]")]);
    this.code = new CodeDesk(root, this.words, {
      complain: (text) => this.screen.problem(text), begin: (code) => this.#begin(code),
    });
    this.enter = new OwnEnter(root, () => (this.end.isHere ? this.desk : this.over).enteredBehind());
    this.desk = new QuestionDesk(root, this.words, {
      answer: (answer, byItself) => this.#answer(answer, byItself), refused: () => this.enter.owe(),
      next: () => this.#onward(), back: () => this.#back(), unread: () => (this.over.isNextUnread = true),
    });
    this.comparing = new Comparing(root, this.words, {
      typed: () => this.enter.owe(), complain: (text) => this.screen.problem(text),
      // What was chosen is looked at once more, like any form, before it is stored.
      done: (chosen) => (this.twice.settle(this.form, chosen), this.#look()),
    });
    this.storing = new Storing(root, this.words, this.screen, {
      wipe: (word) => this.#wipe(word), look: () => this.#look(), askCode: () => this.#askCode(),
    });
    this.over = new TypedOver(this.screen, this.words, this.form, {
      typed: () => this.enter.owe(), back: () => this.#ask(this.form.asked.at(-1)),
    });
    this.twice = new Twice();
    this.end = new BlockEnd(this.form, this.screen, this.words, this.enter);
    root.addEventListener("submit", (event) => this.#submitted(event));
    root.addEventListener("click", (event) => this.#clicked(event));
    // Also where the cursor stands elsewhere on the page; a key counts for what was on the page when it was pressed.
    document.addEventListener("keydown", () => (this.viewBefore = this.screen.view), true);
    document.addEventListener("keydown", (event) => this.#pressed(event));
    addEventListener("beforeunload", (event) => (this.form.isBegun || this.twice.first) && event.preventDefault());
    // A browser may keep a page that was left: then nothing is on it any more.
    addEventListener("pagehide", () => this.#wipe());
    this.#wipe();
  }

  #submitted(event) {
    event.preventDefault();
    const { view } = this.screen;
    if (view === "code") this.code.enter();
    else if (view === "look") this.#goOn();
    else if (view === "differ") this.comparing.finish();
  }

  #clicked({ target }) {
    const [act, row] = this.storing.isSending ? [] : [target.closest("[data-act]")?.dataset.act, target.closest("[data-field]")];
    if (act === "wipe" || act === "keep") this.#wipe(act === "wipe" ? "wiped" : "kept");
    else if (act === "replace") this.storing.send(this.form, true);
    else if (act === "look") this.#look();
    else if (row) (this.#keepWritten(), this.#ask(this.form.questions.find((question) => question.row === row)));
  }

  /** On the look back the keys that go back do so, too; a digit always goes to the question in hand. */
  #pressed(event) {
    const view = this.viewBefore;
    if (view === "ask" && isTyped(event) && !event.target.matches("input, textarea")) this.desk.focus();
    if (["used", "storing"].includes(view) && isTyped(event)) this.over.isNextUnread = true;
    if (view === "look") this.over.pressed(event);
  }

  #begin(code) {
    this.enter.owe();
    if (this.twice.code && this.twice.code !== code) return this.code.refuseOther(this.twice.code);
    this.form.code = code;
    this.screen.fill("code", spelled(code));
    // Where only the code was wrong, the answers are here already.
    this.hasLooked ? this.#look() : this.#ask(this.form.asked[0]);
  }

  #ask(question) {
    this.question = question;
    this.end.leave();
    this.screen.show("ask");
    this.screen.list(this.form, question);
    this.screen.toggle("[data-act=look]", this.hasLooked);
    this.desk.show(question, {
      answer: this.form.get(question), isAnswered: this.form.seen.has(question), total: this.form.questions.length,
    });
    this.screen.say(this.said);
    this.said = "";
  }

  #answer(answer, byItself) {
    const { form, question, words } = this;
    byItself ? this.enter.owe(true) : this.enter.rest();
    form.put(question, answer);
    this.said = words.get("answered", { number: question.number, answer: form.told(question) || words.get("none") });
    this.#onward();
  }

  /** To the next question; who came from the look back returns there, past what is open still. */
  #onward() {
    if (!this.hasLooked && this.end.isDue(this.question)) {
      this.said = "";
      return this.end.show(this.question, this.desk);
    }
    const next = this.form.next(this.question, this.hasLooked);
    next ? this.#ask(next) : this.#look();
  }

  #back() {
    if (this.end.isHere) return this.#ask(this.question);
    this.#keepWritten();
    const before = this.form.before(this.question);
    if (before) this.#ask(before);
  }

  #keepWritten() {
    const { written } = this.desk;
    const isNew = written || this.form.seen.has(this.question);
    if (this.screen.view === "ask" && written !== null && isNew) this.form.put(this.question, written);
  }

  #look() {
    this.#keepWritten();
    const { form, screen, words } = this;
    this.hasLooked = true;
    screen.show("look");
    screen.list(form);
    screen.fill("look", words.get(this.twice.code ? "look_again" : "look", form.counted));
    screen.fill("once-more", "");
    screen.nameForm(spelled(form.code));
    screen.say(this.said);
    this.said = "";
    this.enter.askForOne();
    this.over.isSo ? this.over.warn() : this.root.querySelector("[data-slot=send]").focus();
  }

  #goOn() {
    const open = this.form.open ?? this.form.asked.find((question) => question.isText && this.desk.text.codeIn(this.form.get(question)));
    if (open) return this.#ask(open);
    const { next, differences } = this.twice.judge(this.form);
    if (next === "send") return this.storing.send(this.form);
    if (next === "again") {
      this.#empty();
      return this.#tell("again");
    }
    this.comparing.show(differences, (question, answer) => this.form.told(question, answer));
    this.screen.show("differ");
    this.screen.say("");
    this.comparing.focus();
    scrollTo(0, 0); // Whatever was looked at before, the first difference stands at the top.
  }

  /** Of the code most likely one character was another one: what was typed stays. */
  #askCode() {
    this.screen.show("code");
    this.screen.toggle("[data-slot=begin-again]", true);
    this.code.focus();
  }

  /** Leaves nothing of a form, and waits for the code of the next. */
  #wipe(word) {
    this.storing.forget();
    this.twice.forget();
    this.comparing.wipe();
    const { code } = this.form;
    this.#empty();
    this.screen.count(this.storing.count);
    this.#tell(word, code);
    this.over.isNextUnread = false;
  }

  #tell(word, code) {
    this.screen.notice(this.over.told(word, code));
    this.screen.say("");
  }

  #empty() {
    this.form.clear();
    this.over.begin();
    this.end.leave();
    Object.assign(this, { hasLooked: false, question: null, said: "" });
    this.desk.wipe();
    this.screen.list(this.form);
    this.screen.show("code");
    this.screen.toggle("[data-slot=begin-again]", Boolean(this.twice.first));
    this.screen.nameForm("");
    this.code.wipe();
  }
}
