/** A code behind the "#" of an address, as a QR code has it: it goes into the field, and out of the address. */
export function codeInAddress(form) {
  const take = () => {
    const code = decodeURIComponent(location.hash.slice(1));
    if (!code) return;
    form.elements.code.value = code;
    history.replaceState(null, "", location.pathname + location.search);
    form.querySelector("button").focus();
  };
  take();
  // Scanned where this page stands already, no page is loaded.
  addEventListener("hashchange", take);
}
