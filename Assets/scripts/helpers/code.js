const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;

/** The code that somebody typed, in eight plain characters; null where its check character says that it is none. */
export function readCode(typed) {
  const code = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, "");
  const values = [...code].map((letter) => ALPHABET.indexOf(letter));
  if (values.length !== LENGTH || values.includes(-1)) return null;
  return values[LENGTH - 1] === check(values.slice(0, -1)) ? code : null;
}

/** As it stands on the card: four, a hyphen, four. */
export function spelled(code) {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

// Weights rise by one and 31 is prime, so one wrong character and two swapped neighbours are always found.
function check(values) {
  return values.reduce((sum, value, place) => sum + (place + 1) * value, 0) % ALPHABET.length;
}
