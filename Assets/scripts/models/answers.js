const ASIDE = ["code", "own", "replace", "language", "token"];
// It decides which questions somebody gets, and is none itself.
const NO_QUESTION = [...ASIDE, "staff-group"];

/** What is answered on the form so far: field to value; of a choice an empty value is "no answer". */
export function answersIn(form) {
  const isWritten = (name, value) => value || form.elements[name]?.type !== "textarea";
  return Object.fromEntries(
    [...new FormData(form)].filter(([name, value]) => !ASIDE.includes(name) && isWritten(name, value)),
  );
}

/** Puts these answers on a form, in whatever language it is. */
export function choose(form, answers) {
  for (const input of form.querySelectorAll("input[type=radio]")) {
    if (answers[input.name] === input.value) input.checked = true;
  }
  for (const text of form.querySelectorAll("textarea")) text.value = answers[text.name] ?? text.value;
}

/** Whether somebody with these answers gets this part of the form. */
export function isAsked(part, answers) {
  const { only, answers: wanted } = part.dataset;
  return !only || wanted.split(" ").includes(answers[only]);
}

/** How many questions of these parts somebody gets, and how many of them have an answer. */
export function count(parts, answers) {
  const fields = parts
    .filter((part) => isAsked(part, answers))
    .flatMap((part) => [...part.querySelectorAll("input[type=radio], textarea")].map((field) => field.name));
  const items = [...new Set(fields)].filter((name) => !NO_QUESTION.includes(name));
  const answered = items.filter((name) => answers[name]).length;
  return { answered, total: items.length, skipped: items.length - answered };
}
