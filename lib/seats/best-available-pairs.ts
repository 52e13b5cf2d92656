import { eachBlock, type Moment, type Orphaning, type Wish } from "./best-available-blocks";
import { distance, type Hall, type HallRow } from "./best-available-hall";
import { NearBest } from "./near-best";

type Search = {
  hall: Hall;
  moment: Moment;
  wish: Wish;
  random: () => number;
  spread: number;
  leavesNoOrphans: boolean;
};
type Block = { first: number; count: number; score: number };

/**
 * The places of two blocks in neighbouring rows of a section, the party halved as evenly as the hall
 * allows: for each row the best block of the larger half, with the one of the smaller that is good
 * and near it. Both leave nobody's seat alone if there are such two. `largest`: the most seats side
 * by side that would suit.
 */
export function choosePair(search: Search, largest: number): number[] | null {
  const { hall, moment, wish, spread, random, leavesNoOrphans } = search;
  const allowed: readonly Orphaning[] = leavesNoOrphans
    ? ["none", "unavoidable"]
    : ["none", "unavoidable", "avoidable"];
  for (let more = Math.ceil(wish.count / 2); more < wish.count && more <= largest; more++) {
    for (const wanted of [["none"] as const, allowed]) {
      const pairs = new NearBest<number[]>(spread);
      const larger = { hall, moment, wanted, wish: { ...wish, count: more } };
      const smaller = { ...larger, wish: { ...wish, count: wish.count - more } };
      for (const row of hall.rows) addPairs(pairs, row, larger, smaller);
      const pair = pairs.pick(random);
      if (pair) return pair;
    }
  }
  return null;
}

/** The blocks of one size that may be half of a pair. */
type Half = { hall: Hall; moment: Moment; wish: Wish; wanted: readonly Orphaning[] };

function addPairs(pairs: NearBest<number[]>, row: HallRow, larger: Half, smaller: Half): void {
  const { hall } = larger;
  const [many, few] = [larger.wish.count, smaller.wish.count];
  const mean = (more: number, less: number) => (more * many + less * few) / (many + few);
  if (row.beside.every((beside) => mean(row.costMin, beside.costMin) > pairs.limit)) return;
  const front = bestOf(larger, row, ({ score }) => score);
  if (!front) return;
  const middle = middleOf(hall, front);
  const away = (block: Block) => distance(middle, middleOf(hall, block));
  for (const beside of row.beside) {
    const back = bestOf(smaller, beside, (block) => block.score + away(block));
    if (back) pairs.add([...placesOf(front), ...placesOf(back)], mean(front.score, back.score) + away(back));
  }
}

function bestOf({ hall, moment, wish, wanted }: Half, row: HallRow, rate: (block: Block) => number): Block | null {
  const best: { block: Block | null; rating: number } = { block: null, rating: Number.POSITIVE_INFINITY };
  for (const run of row.runs) {
    eachBlock(hall, run, moment, wish, (first, score, orphaning) => {
      if (!wanted.includes(orphaning)) return;
      const block = { first, count: wish.count, score };
      const rating = rate(block);
      if (rating < best.rating) Object.assign(best, { block, rating });
    });
  }
  return best.block;
}

const placesOf = ({ first, count }: Block) => Array.from({ length: count }, (_, i) => first + i);

function middleOf({ x, y }: Hall, { first, count }: Block) {
  const last = first + count - 1;
  return { x: ((x[first] ?? 0) + (x[last] ?? 0)) / 2, y: ((y[first] ?? 0) + (y[last] ?? 0)) / 2 };
}
