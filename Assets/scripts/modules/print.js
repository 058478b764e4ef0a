/** A button that prints the page; without script there is no such button. */
export function print(button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
