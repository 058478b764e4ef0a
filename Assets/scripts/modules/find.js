/** A form that finds while somebody types; what is found stands in the parts of the page that say so, each by its id. */
export function find(form) {
  let [waiting, asking] = [0, null];

  const look = () => {
    // An older answer does not stand in place of a later one.
    asking?.abort();
    const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    asking = page(address, (found) => {
      for (const part of document.querySelectorAll("[data-found]")) {
        part.replaceChildren(...(found.getElementById(part.id)?.childNodes ?? []));
      }
      history.replaceState(null, "", address);
    });
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });
}

/** Asks for a page as a page: a browser makes one of an answer, and of no text. Where it does not come the button is left. */
function page(address, use) {
  const asking = new XMLHttpRequest();
  asking.open("GET", address);
  asking.responseType = "document";
  asking.addEventListener("load", () => asking.status === 200 && asking.response?.querySelector("[data-found]") && use(asking.response));
  asking.send();
  return asking;
}
