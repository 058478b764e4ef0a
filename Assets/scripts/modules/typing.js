import { spelled } from "../helpers/code.js";
import { Words } from "../helpers/words.js";
import { Twice } from "../models/twice.js";
import { TypedForm } from "../models/typed-form.js";
import { CodeDesk } from "./code-desk.js";
import { Comparing } from "./comparing.js";
import { QuestionDesk } from "./question-desk.js";
import { post } from "./sending.js";
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
    this.desk = new QuestionDesk(root, this.words, {
      answer: (answer) => this.#answer(answer), next: () => this.#onward(), back: () => this.#back(),
    });
    this.comparing = new Comparing(root, this.words);
    Object.assign(this, { twice: new Twice(), sent: 0 });
    root.addEventListener("submit", (event) => this.#submitted(event));
    root.addEventListener("click", (event) => this.#clicked(event));
    root.addEventListener("keydown", (event) => this.#pressed(event));
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
    else if (view === "differ") this.#chosen();
  }

  #clicked({ target }) {
    const [act, row] = [target.closest("[data-act]")?.dataset.act, target.closest("[data-field]")];
    if (act === "wipe" || act === "keep") this.#wipe(act === "wipe" ? "wiped" : "kept");
    else if (act === "replace") this.#send(true);
    else if (act === "look") this.#look();
    else if (row) this.#ask(this.form.questions.find((question) => question.row === row));
  }

  /** On the look back the keys that go back do so, too. */
  #pressed(event) {
    if (this.screen.view !== "look" || !["Backspace", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    this.#ask(this.form.asked.at(-1));
  }

  #begin(code) {
    this.form.code = code;
    this.screen.fill("code", spelled(code));
    // Where only the code was wrong, the answers are here already.
    this.hasLooked ? this.#look() : this.#ask(this.form.asked[0]);
  }

  #ask(question) {
    this.question = question;
    this.screen.show("ask");
    this.screen.list(this.form, question);
    this.screen.toggle("[data-act=look]", this.hasLooked);
    this.desk.show(question, this.form.get(question), this.form.questions.length);
    this.screen.say(this.said, `${question.number}. ${question.wording}`);
    this.said = "";
  }

  #answer(answer) {
    const { form, question, words } = this;
    form.put(question, answer);
    this.said = words.get("answered", { number: question.number, answer: form.told(question) || words.get("none") });
    this.#onward();
  }

  /** To the next question; who came from the look back returns there, past what nobody has seen yet. */
  #onward() {
    this.form.seen.add(this.question);
    const next = this.form.next(this.question, this.hasLooked);
    next ? this.#ask(next) : this.#look();
  }

  #back() {
    this.#keepWritten();
    const before = this.form.before(this.question);
    if (before) this.#ask(before);
  }

  #keepWritten() {
    if (this.screen.view === "ask" && this.desk.written !== null) this.form.put(this.question, this.desk.written);
  }

  #look() {
    this.#keepWritten();
    const { form, screen, words } = this;
    this.hasLooked = true;
    screen.show("look");
    screen.list(form);
    const told = words.get(this.twice.first ? "look_again" : "look", form.counted);
    screen.fill("look", told);
    screen.say(this.said, told);
    this.said = "";
    this.root.querySelector("[data-slot=send]").focus();
  }

  #goOn() {
    const { next, differences } = this.twice.judge(this.form);
    if (next === "send") return this.#send(false);
    if (next === "again") {
      this.#empty();
      return this.#tell(this.words.get("again"));
    }
    this.comparing.show(differences, (question, answer) => this.form.told(question, answer));
    this.screen.show("differ");
    this.screen.focusHead();
  }

  #chosen() {
    const { chosen } = this.comparing;
    if (!chosen) {
      this.screen.problem(this.words.get("choose_each"));
      return this.comparing.focus();
    }
    this.twice.settle(this.form, chosen);
    this.#look();
    this.#send(false);
  }

  async #send(replace) {
    if (this.isSending) return;
    this.isSending = true;
    const { action, language } = this.root.dataset;
    const body = this.form.body(language);
    if (replace) body.set("replace", "1");
    this.screen.say(this.words.get("sending"));
    const reply = await post(action, body);
    this.isSending = false;
    this.#replied(reply);
  }

  #replied({ state, problem, field }) {
    if (state === "stored") this.sent += 1;
    if (state === "stored") return this.#wipe("stored");
    if (state === "used") return this.#used();
    if (state === "over") return this.#over(problem);
    // What was typed stays: of the code most likely one character was another one.
    if (field === "code") this.screen.show("code");
    else if (this.screen.view !== "look") this.#look();
    if (field === "code") this.code.focus();
    if (state === "refused" && problem) return this.screen.problem(problem);
    // It may have arrived although the reply did not: the code is then used, and the page says so.
    this.wasCutOff = true;
    this.screen.problem(this.words.get(state === "offline" ? "offline" : "broken"));
  }

  #used() {
    this.screen.show("used");
    this.screen.toggle("[data-slot=cut-off]", this.wasCutOff);
    this.screen.focusHead();
  }

  #over(problem) {
    this.#wipe();
    this.screen.show("over");
    this.screen.fill("over", problem);
    this.screen.focusHead();
  }

  /** Leaves nothing of a form, and waits for the code of the next. */
  #wipe(word) {
    this.wasCutOff = false;
    this.twice.forget();
    this.comparing.wipe();
    this.#empty();
    this.screen.count(this.sent);
    this.#tell(word ? this.words.get(word) : "");
  }

  #tell(text) {
    this.screen.fill("notice", text);
    this.screen.say(text);
  }

  #empty() {
    this.form.clear();
    Object.assign(this, { hasLooked: false, question: null, said: "" });
    this.desk.wipe();
    this.screen.list(this.form);
    this.screen.show("code");
    this.screen.fill("code", "");
    this.screen.fill("look", "");
    this.code.wipe();
  }
}
