import { answersIn, count } from "../models/answers.js";

/** Says before sending how many questions have an answer, in all and in each part. */
export function lookBack(root, words) {
  const form = root.querySelector("form");
  const answers = answersIn(form);
  const all = count(form, answers);
  root.querySelector("[data-slot=answered]").textContent = words.get(all.answered ? "answered" : "answered_none", all);
  for (const place of root.querySelectorAll("[data-count]")) {
    const part = count(root.querySelector(`[data-step="${place.dataset.count}"]`), answers);
    place.textContent = words.get(part.skipped ? "counted_skipped" : "counted", part);
  }
}
