import { sha256 } from "../helpers/sha256.js";

const PREFIX = "weefsel:";

/** Where unsent answers rest on somebody's own device until the wave ends: under a hash, never beside the code. */
export class Shelf {
  constructor(wave, code, until) {
    this.key = PREFIX + sha256(wave + code);
    this.wave = wave;
    this.until = until;
  }

  read() {
    return entry(this.key);
  }

  write(answers, step) {
    const { wave, until } = this;
    // A full or forbidden storage loses the resting place, not the answers on the page.
    attempt(() => localStorage.setItem(this.key, JSON.stringify({ wave, until, step, answers })));
  }

  remove() {
    attempt(() => localStorage.removeItem(this.key));
  }

  /** Whether something of this wave rests here, under whatever code. */
  static holds(wave) {
    return keys().some((key) => entry(key)?.wave === wave);
  }

  /** Clears what rests here longer than its wave lasted; an open wave may have been given more days, one that is over none. */
  static sweep({ open, over }) {
    const now = Date.now() / 1000;
    for (const key of keys()) {
      const { wave, until } = entry(key) ?? {};
      const isPast = wave === over || !(until > now);
      if (isPast && wave !== open) attempt(() => localStorage.removeItem(key));
    }
  }
}

/** In a trial nothing rests anywhere: not what is filled in, and nothing of before is found. */
export class NoShelf {
  read() {
    return null;
  }

  write() {}

  remove() {}
}

function keys() {
  return (attempt(() => Object.keys(localStorage)) ?? []).filter((key) => key.startsWith(PREFIX));
}

function entry(key) {
  return attempt(() => JSON.parse(localStorage.getItem(key)));
}

function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
