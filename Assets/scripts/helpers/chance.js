/** Whether it falls to one in so many, by chance that nobody can foresee. */
export function oneIn(count) {
  return crypto.getRandomValues(new Uint32Array(1))[0] % count === 0;
}
