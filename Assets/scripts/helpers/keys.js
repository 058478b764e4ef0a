/** Whether a key types a letter, a digit or a minus, and commands nothing. */
export function isTyped({ key, ctrlKey, metaKey, altKey }) {
  return /^[\p{L}\p{N}−-]$/u.test(key) && !ctrlKey && !metaKey && !altKey;
}
