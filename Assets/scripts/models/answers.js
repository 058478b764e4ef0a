const ASIDE = ["code", "own", "replace"];

/** What is chosen on the form so far: item to value; an empty value is "no answer". */
export function answersIn(form) {
  return Object.fromEntries([...new FormData(form)].filter(([name]) => !ASIDE.includes(name)));
}

/** Chooses these answers on a form, in whatever language it is. */
export function choose(form, answers) {
  for (const input of form.querySelectorAll("input[type=radio]")) {
    if (answers[input.name] === input.value) input.checked = true;
  }
}

/** How many questions a part of the form asks, and how many of them have an answer. */
export function count(part, answers) {
  const items = [...new Set([...part.querySelectorAll("input[type=radio]")].map((input) => input.name))]
    .filter((name) => !ASIDE.includes(name));
  const answered = items.filter((name) => answers[name]).length;
  return { answered, total: items.length, skipped: items.length - answered };
}
