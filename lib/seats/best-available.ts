import { eachBlock, largestBlock, type Moment, type Wish } from "./best-available-blocks";
import type { Hall } from "./best-available-hall";
import { choosePair } from "./best-available-pairs";
import { NearBest } from "./near-best";

export type Choice = {
  seatIndexes: number[];
  /** True when the party had to be seated in two rows, one behind the other. */
  isSplit: boolean;
};

export type ChoiceOptions = {
  /** In [0, 1), as Math.random. */
  random: () => number;
  /** How much worse than the best a choice may be, as a fraction: a crowd spreads over what is nearly as good. */
  spread: number;
  /** Whether a choice that leaves a seat alone where it need not is refused anyway. */
  leavesNoOrphans: boolean;
};

/**
 * The best seats for a party: side by side in one row, nearest to the focal point, leaving no seat
 * alone as long as some choice can do that. Only where the hall has no such block at all does a
 * party sit in two neighbouring rows of a section. `null` when there is neither. Ends early where good
 * seats are free; at worst it takes as many steps as the hall has seats, a few times over.
 */
export function chooseBest(hall: Hall, moment: Moment, wish: Wish, options: ChoiceOptions): Choice | null {
  const block = chooseBlock(hall, moment, wish, options);
  if (block) return { seatIndexes: seatIndexesOf(hall, block), isSplit: false };
  if (wish.isAccessible) return null;
  const pair = choosePair({ hall, moment, wish, ...options }, largestBlock(hall, moment, wish));
  return pair && { seatIndexes: seatIndexesOf(hall, pair), isSplit: true };
}

const seatIndexesOf = (hall: Hall, places: readonly number[]) => places.map((place) => hall.seatIndex[place] ?? -1);

/** A block nearly as good as the best; of those that leave nobody's seat alone if there are any. */
function chooseBlock(hall: Hall, moment: Moment, wish: Wish, options: ChoiceOptions): number[] | null {
  const { random, spread, leavesNoOrphans } = options;
  const kind = new NearBest<number>(spread);
  const other = new NearBest<number>(spread);
  for (const run of hall.runs) {
    if (run.costMin > kind.limit) break;
    eachBlock(hall, run, moment, wish, (first, score, orphaning) => {
      if (orphaning === "none") kind.add(first, score);
      else if (!leavesNoOrphans || orphaning === "unavoidable") other.add(first, score);
    });
  }
  const first = kind.pick(random) ?? other.pick(random);
  return first === null ? null : Array.from({ length: wish.count }, (_, i) => first + i);
}
