import { Words } from "../helpers/words.js";
import { answersIn, choose, isAsked } from "../models/answers.js";
import { Visit } from "../models/visit.js";
import { Idle } from "./idle.js";
import { lookBack } from "./look-back.js";
import { fetchPage, swapBody } from "./other-language.js";
import { Problems } from "./problems.js";
import { Reading } from "./reading.js";
import { send } from "./sending.js";
import { Start } from "./start.js";
import { Steps } from "./steps.js";

/** Turns the long form into a start, a theme a page, a look back and one moment of sending. */
export class Answering {
  constructor(root, visit = new Visit()) {
    Object.assign(this, { root, visit });
    this.form = root.querySelector("form");
    this.words = new Words(document.getElementById("words"));
    this.start = new Start(root, this.words);
    this.problems = new Problems(root, this.words);
    this.reading = new Reading(root);
    this.idle = new Idle({
      // What lies over the page would hide the warning.
      warn: () => this.reading.close() ?? this.#say("idle", "idle_soon"),
      still: () => this.#say("idle"),
      end: () => this.#leftAlone(),
    });
    this.ending = new AbortController();
    const { signal } = this.ending;
    this.steps = new Steps(root, {
      signal,
      asked: (step) => isAsked(step, answersIn(this.form)),
      guard: (name) => (this.visit.begun ? name : "begin"),
      shown: (name) => this.#shown(name),
    });
    root.querySelectorAll("[data-script]").forEach((element) => (element.hidden = false));
    root.querySelectorAll("[data-plain]").forEach((element) => (element.hidden = true));
    this.#listen(signal);
    this.#open();
  }

  #listen(signal) {
    this.form.addEventListener("submit", (event) => this.#submitted(event));
    this.form.addEventListener("input", () => this.visit.keep(this.form, this.steps.current));
    this.root.addEventListener("click", (event) => this.#clicked(event));
    for (const link of document.querySelectorAll("header a[hreflang]"))
      link.addEventListener("click", (event) => this.#turnLanguage(event));
    addEventListener("hashchange", () => this.start.takeCode() && this.#startOver(), { signal });
    addEventListener("beforeunload", (event) => this.visit.isOnlyHere(this.form) && event.preventDefault(), { signal });
  }

  #open() {
    const { visit, steps, start } = this;
    if (visit.own === "no") this.idle.start();
    if (visit.ended) return steps.end(visit.ended);
    if (visit.answers) {
      choose(this.form, visit.answers);
      start.code.value = visit.typed;
      start.own = visit.chosen;
      return steps.show(visit.step);
    }
    start.takeCode();
    start.offer();
    steps.start("begin");
  }

  #submitted(event) {
    event.preventDefault();
    // Enter on a radio submits as well: only a step that asks for it moves on.
    if (this.steps.current === "begin") this.#begin();
    else if (this.steps.current === "send") this.#send(false);
  }

  #clicked(event) {
    const [go, { steps }] = [event.target.closest("[data-go]")?.dataset.go, this];
    if (!go) return;
    event.preventDefault();
    if (go === "wipe") this.#wipe();
    else if (go === "keep") this.#wipe("kept");
    else if (go === "replace") this.#send(true);
    else if (steps.current === "begin") this.#begin(go);
    else if (go === "back") steps.back();
    else if (go === "next") steps.next();
    else steps.go(go);
  }

  #begin(go = "next") {
    const { code, own, problems } = this.start.read();
    if (problems.length) return this.#complain(problems);
    const shelf = this.start.shelf(code);
    const rested = this.visit.begun ? null : shelf.read();
    if (rested) choose(this.form, rested.answers);
    this.visit.begin(code, own, shelf);
    this.start.hush();
    own === "no" ? this.idle.start() : this.idle.stop();
    if (this.steps.order.indexOf(rested?.step) > 0) return this.steps.go(rested.step);
    go === "next" ? this.steps.next() : this.steps.go(go);
  }

  #shown(name) {
    this.problems.clear();
    this.reading.close();
    if (name === "send") lookBack(this.root, this.words);
    this.visit.hasLooked ||= name === "send";
    this.root.querySelectorAll("[data-looked]").forEach((button) => (button.hidden = !this.visit.hasLooked));
    this.visit.keep(this.form, name);
  }

  async #send(replace) {
    if (this.isSending) return;
    this.isSending = true;
    this.problems.clear();
    this.#say("sending", "sending");
    const { state, problem, field } = await send(this.form, this.visit.code, replace);
    this.isSending = false;
    this.#say("sending");
    if (state === "stored") return this.#end("done");
    if (state === "used") return this.#used();
    // The wave takes no answers any more: nothing here can be sent or replaced.
    if (state === "over") this.root.querySelector("[data-slot=over]").textContent = problem;
    if (state === "over") return this.#end("over");
    if (state === "refused" && problem) return this.#complain([{ text: problem, field }]);
    // It may have arrived although the reply did not: the card is then used, and the page says so.
    this.visit.wasCutOff = true;
    this.#complain([{ text: this.words.get(state === "offline" ? "offline" : "broken") }]);
  }

  #used() {
    this.root.querySelector("[data-slot=cut-off]").hidden = !this.visit.wasCutOff;
    this.steps.go("used");
  }

  #complain(problems) {
    this.problems.show(this.steps.section, problems, (field) => {
      if (this.steps.current !== "begin") {
        this.steps.go("begin");
        this.#complain(problems);
      }
      document.getElementById(field)?.focus();
    });
  }

  #end(name) {
    this.visit.end(name);
    this.form.reset();
    this.steps.end(name);
  }

  /** Leaves nothing: storage, form, and the pages to which the back button could return. */
  #wipe(word) {
    this.idle.stop();
    this.#say("idle");
    if (word) this.#say("ended", word);
    const { depth } = history.state ?? {};
    this.#end("ended");
    // The entries ahead stay until the browser drops them; they hold the name of a step and nothing else.
    if (depth) history.go(-depth);
  }

  #leftAlone() {
    if (this.visit.ended) return this.#wipe();
    this.start.code.value = "";
    this.#startOver();
    this.start.say("idle_wiped");
  }

  /** Another card, or nobody there any more: the page is as new, and what rests on an own device goes on resting. */
  #startOver() {
    const typed = this.start.code.value;
    this.idle.stop();
    this.#say("idle");
    this.form.reset();
    this.visit = new Visit();
    this.start.code.value = typed;
    this.start.offer();
    this.steps.restart("begin");
  }

  async #turnLanguage(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const address = event.currentTarget.href;
    const page = await fetchPage(address);
    if (!page) return this.#complain([{ text: this.words.get("language_offline") }]);
    const { form, start, steps, visit } = this;
    const { value: typed } = start.code;
    Object.assign(visit, { answers: answersIn(form), typed, chosen: start.own, step: steps.current });
    this.idle.stop();
    this.ending.abort();
    swapBody(page, address);
    const root = document.querySelector("[data-module=answering]");
    if (root) new Answering(root, visit);
  }

  /** Fills a place with words, or empties it. */
  #say(name, word, values) {
    const place = this.root.querySelector(`[data-slot="${name}"]`);
    place.textContent = word ? this.words.get(word, values) : "";
  }
}
