const PATIENCE = 30_000;

/** Sends the form without cookies or referrer, and says what became of it. */
export async function send(form, code, replace) {
  // What is filled in to try it goes nowhere.
  if (form.dataset.trial !== undefined) return { state: "stored" };
  const body = new URLSearchParams(new FormData(form));
  body.delete("own");
  body.set("code", code);
  if (replace) body.set("replace", "1");
  return post(form.getAttribute("action"), body);
}

/** Sends fields to where answers are taken. */
export async function post(address, body) {
  let response;
  try {
    response = await fetch(address, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    return { state: "offline" };
  }
  try {
    return await response.json();
  } catch {
    return { state: "broken" };
  }
}
