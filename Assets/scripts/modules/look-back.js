import { answersIn, count, isAsked } from "../models/answers.js";

/** Says before sending how many questions have an answer, in all and in each part. */
export function lookBack(root, words) {
  const form = root.querySelector("form");
  const answers = answersIn(form);
  const all = count([...form.querySelectorAll("[data-step]")], answers);
  root.querySelector("[data-slot=answered]").textContent = words.get(all.answered ? "answered" : "answered_none", all);
  for (const place of root.querySelectorAll("[data-count]")) {
    const section = root.querySelector(`[data-step="${place.dataset.count}"]`);
    const part = count([section], answers);
    // A part without questions, such as the kind of work, is there to be looked at, too.
    const word = part.skipped ? "counted_skipped" : "counted";
    place.textContent = part.total ? words.get(word, part) : "";
    place.parentElement.hidden = !isAsked(section, answers);
  }
}
