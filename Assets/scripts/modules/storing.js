import { spelled } from "../helpers/code.js";
import { post } from "./sending.js";

/** Sends a form that was typed, one at a time, and shows what became of it. */
export class Storing {
  constructor(root, words, screen, go) {
    // How many were stored in this sitting.
    Object.assign(this, { root, words, screen, go, count: 0 });
  }

  /** For the next form. */
  forget() {
    this.wasCutOff = false;
  }

  async send(form, replace) {
    if (this.isSending) return;
    this.isSending = true;
    const [{ action, language }, { code }] = [this.root.dataset, form];
    const body = form.body(language);
    if (replace) body.set("replace", "1");
    // Until it is known what became of it nothing else can be done: the reply would be taken for the next form's.
    this.screen.fill("storing", this.words.get("storing", { code: spelled(code) }));
    this.screen.show("storing");
    const reply = await post(action, body);
    this.isSending = false;
    if (form.code === code) this.#replied(reply);
  }

  #replied({ state, problem, field }) {
    if (state === "stored") return this.#stored();
    if (state === "used") return this.#used();
    if (state === "over") return this.#over(problem);
    // What was typed stays.
    if (field === "code") this.go.askCode();
    else if (this.screen.view !== "look") this.go.look();
    if (state === "refused" && problem) return this.screen.problem(problem);
    // It may have arrived although the reply did not: the code is then used, and the page says so.
    this.wasCutOff = true;
    this.screen.problem(this.words.get(state === "offline" ? "offline" : "broken"));
  }

  #stored() {
    this.count += 1;
    this.go.wipe("stored");
  }

  #used() {
    this.screen.show("used");
    this.screen.toggle("[data-slot=cut-off]", this.wasCutOff);
    this.screen.focusHead();
  }

  #over(problem) {
    this.go.wipe();
    this.screen.show("over");
    this.screen.fill("over", problem);
    this.screen.focusHead();
  }
}
