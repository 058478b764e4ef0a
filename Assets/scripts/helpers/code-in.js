import { readCode } from "./code.js";

// Four characters and four, with nothing, a blank or a hyphen between; each place of a text is looked at.
const SHAPE = /(?=([2-9A-HJKMNP-Z]{4})([\s\p{Pd}]?)([2-9A-HJKMNP-Z]{4}))/giu;

/** What looks most like the code of a form in a text, and where it begins; null where nothing does. */
export function codeIn(text) {
  const found = [...text.matchAll(SHAPE)].map(({ 1: head, 2: between, 3: tail, index }) => {
    const code = readCode(head + tail);
    const end = index + head.length + between.length + tail.length;
    return { code, index, likely: code ? likely(code, between, text[index - 1], text[end]) : 0 };
  });
  const most = Math.max(...found.map((one) => one.likely));
  return most > 0 ? found.find((one) => one.likely === most) : null;
}

/** One word in thirty has the right check character: of letters alone only what begins or ends a word is taken for a code. */
function likely(code, between, before = " ", after = " ") {
  if (/\p{Pd}/u.test(between)) return 3;
  const isApart = !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after);
  const [hasLetter, hasDigit] = [/[A-Z]/.test(code), /\d/.test(code)];
  if (!hasLetter || (between && !hasDigit)) return 0;
  if (isApart) return 2;
  return hasDigit || /\d/.test(before + after) ? 1 : 0;
}
