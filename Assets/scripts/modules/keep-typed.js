const PLACE = "weefsel:typed";
const SECRET = ["hidden", "password", "file", "submit", "button"];

/** A link to the other language, over which what was typed on this page goes along in this tab. */
export function keepTyped(link) {
  restore();
  link.addEventListener("click", () => {
    const forms = [...document.querySelectorAll("main form")].map(typedIn);
    if (forms.some((typed) => typed.length)) sessionStorage.setItem(PLACE, JSON.stringify(forms));
  });
}

function typedIn(form) {
  return fields(form).map(({ name, value, checked, selectedOptions }) => ({
    name,
    value,
    checked,
    chosen: selectedOptions && [...selectedOptions].map((option) => option.value),
  }));
}

function restore() {
  const forms = JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
  sessionStorage.removeItem(PLACE);
  document.querySelectorAll("main form").forEach((form, place) => {
    if (forms[place]?.length) form.dataset.changed = "";
    fields(form).forEach((field, number) => fill(field, forms[place]?.[number]));
  });
}

function fill(field, typed) {
  if (typed?.name !== field.name) return;
  if (field.options) for (const option of field.options) option.selected = typed.chosen.includes(option.value);
  else if (field.type === "checkbox" || field.type === "radio") field.checked = typed.checked;
  else field.value = typed.value;
}

function fields(form) {
  return [...form.elements].filter((field) => field.name && !SECRET.includes(field.type));
}
