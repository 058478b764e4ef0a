/** The same page in another language, as a document that runs nothing. */
export function fetchPage(address) {
  // Not fetch and DOMParser: the page's policy lets no script turn text into markup.
  const request = new XMLHttpRequest();
  request.open("GET", address);
  request.responseType = "document";
  return new Promise((resolve) => {
    request.onloadend = () => resolve(request.response);
    request.send();
  });
}

/** Puts the body of that page in the place of this one; what was typed never leaves the memory of the tab. */
export function swapBody(page, address) {
  document.documentElement.lang = page.documentElement.lang;
  document.body.replaceChildren(...page.body.childNodes);
  history.replaceState(history.state, "", address);
}
