import { createHash } from "node:crypto";

/** Chance that falls the same way every time, so that two fresh databases show the same demo. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number, both bounds included. */
  between(min: number, max: number): number;
  pick<T>(choices: readonly T[]): T;
  chance(probability: number): boolean;
  shuffle<T>(items: readonly T[]): T[];
};

/** The mulberry32 generator: small, and good enough to fill a hall. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    pick: (choices) => choices[between(0, choices.length - 1)]!,
    chance: (probability) => next() < probability,
    shuffle: (items) =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}

/** The same UUID for the same name, in every database. */
export function demoId(name: string): string {
  const hex = createHash("sha256").update(`rowlock-demo:${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A booking number such as RW-7K3M-9QXD. */
export function demoBookingNumber(random: Random): string {
  const four = () => Array.from({ length: 4 }, () => LETTERS[random.between(0, LETTERS.length - 1)]).join("");
  return `RW-${four()}-${four()}`;
}
