/** A form whose choices are asked about before the page is left: none of them is stored until it is sent. */
export function unsaved(form) {
  const forget = () => delete form.dataset.changed;
  form.addEventListener("input", () => (form.dataset.changed = ""));
  document.addEventListener("submit", forget);
  // Over a change of language they go along.
  for (const link of document.querySelectorAll("[data-module=keep-typed]")) link.addEventListener("click", forget);
  addEventListener("beforeunload", (event) => "changed" in form.dataset && event.preventDefault());
}
