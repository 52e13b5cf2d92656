import { type Block, findBlocks, largestBlock, type Moment, type Wish } from "./best-available-blocks";
import { distance, type Hall } from "./best-available-hall";

export { largestBlock };

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
 * party sit in two neighbouring rows of a section. `null` when there is neither.
 */
export function chooseBest(hall: Hall, moment: Moment, wish: Wish, options: ChoiceOptions): Choice | null {
  const block = pick(kindest(findBlocks(hall, moment, wish), options), options);
  if (block) return { seatIndexes: indexesOf(block), isSplit: false };
  const pair = pick(findPairs(hall, moment, wish, options), options);
  return pair && { seatIndexes: pair.blocks.flatMap(indexesOf), isSplit: true };
}

const indexesOf = (block: Block) => block.seats.map((seat) => seat.seatIndex);

/** Those that leave nobody's seat alone; if there are none, those that may. */
function kindest(blocks: Block[], { leavesNoOrphans }: ChoiceOptions): Block[] {
  const kind = blocks.filter((block) => block.orphans === "none");
  if (kind.length > 0) return kind;
  return leavesNoOrphans ? blocks.filter((block) => block.orphans === "unavoidable") : blocks;
}

function pick<T extends { score: number }>(candidates: readonly T[], { random, spread }: ChoiceOptions): T | null {
  let best = Number.POSITIVE_INFINITY;
  for (const { score } of candidates) best = Math.min(best, score);
  const nearBest = candidates.filter(({ score }) => score <= best * (1 + spread));
  return nearBest[Math.floor(random() * nearBest.length)] ?? null;
}

type Pair = { blocks: [Block, Block]; score: number };

/** Two blocks in neighbouring rows of a section, the party halved as evenly as the hall allows. */
function findPairs(hall: Hall, moment: Moment, wish: Wish, options: ChoiceOptions): Pair[] {
  if (wish.isAccessible) return [];
  for (let more = Math.ceil(wish.count / 2); more < wish.count; more++) {
    const larger = byRow(kindest(findBlocks(hall, moment, wish, more), options));
    const smaller = byRow(kindest(findBlocks(hall, moment, wish, wish.count - more), options));
    const pairs = [...larger.values()].flatMap((blocks) => {
      const front = bestOf(blocks, (block) => block.score);
      const { section, rowRank } = front.run;
      return [rowRank - 1, rowRank + 1].flatMap((rank) => {
        const beside = smaller.get(rowKey(section, rank));
        return beside ? [aPair(front, beside)] : [];
      });
    });
    if (pairs.length > 0) return pairs;
  }
  return [];
}

/** The first block with the one of `beside` that is good and near it. */
function aPair(front: Block, beside: Rows): Pair {
  const away = (block: Block) => distance(middleOf(front), middleOf(block));
  const back = bestOf(beside, (block) => block.score + away(block));
  const [many, few] = [front.seats.length, back.seats.length];
  const score = (front.score * many + back.score * few) / (many + few) + away(back);
  return { blocks: [front, back], score };
}

type Rows = [Block, ...Block[]];

const rowKey = (section: string, rowRank: number) => `${rowRank} ${section}`;

function byRow(blocks: readonly Block[]): Map<string, Rows> {
  const rows = new Map<string, Rows>();
  for (const block of blocks) {
    const key = rowKey(block.run.section, block.run.rowRank);
    const row = rows.get(key);
    if (row) row.push(block);
    else rows.set(key, [block]);
  }
  return rows;
}

const bestOf = (blocks: Rows, score: (block: Block) => number): Block =>
  blocks.reduce((best, block) => (score(block) < score(best) ? block : best));

function middleOf({ seats }: Block): { x: number; y: number } {
  const [first, last] = [seats[0], seats.at(-1)];
  return { x: ((first?.x ?? 0) + (last?.x ?? 0)) / 2, y: ((first?.y ?? 0) + (last?.y ?? 0)) / 2 };
}
