import type { GradeCode } from "@/lib/db/schema/catalog";
import type { Hall, SeatRun } from "./best-available-hall";
import { isAvoidable } from "./orphans";
import { SEAT_CODES } from "./rules";

/** What a party asks for. Prices are whole won, bounds included. */
export type Wish = {
  count: number;
  /** Wheelchair places and the seats beside them, and only those; otherwise they are left for who needs them. */
  isAccessible?: boolean | undefined;
  grade?: GradeCode | undefined;
  priceKrwMin?: number | undefined;
  priceKrwMax?: number | undefined;
};

/** Which seats are free at the moment of choosing. */
export type Moment = {
  /** One character a seat, as in `Availability.statuses`. */
  statuses: string;
  /** Seats, by seatIndex, to leave aside although they look free. */
  excluded: { has: (seatIndex: number) => boolean };
};

/** Whether taking a block leaves a seat alone, and whether another choice in the same gap would not. */
export type Orphaning = "none" | "unavoidable" | "avoidable";

/** Told of a block: its first place, the mean cost of its seats, and what it does to its neighbours. */
type Visit = (first: number, score: number, orphaning: Orphaning) => void;

const FREE = SEAT_CODES.available.charCodeAt(0);

/** Shows every block of `wish.count` seats of a run that suits the wish, in the order of places. */
export function eachBlock(hall: Hall, run: SeatRun, moment: Moment, wish: Wish, visit: Visit): void {
  const { count } = wish;
  if (run.end - run.first < count) return;
  eachGap(hall, run, moment, (from, to) => {
    if (to - from < count) return;
    let [suiting, accessible, cost] = [0, 0, 0];
    for (let place = from; place < to; place++) {
      if (!suits(hall, place, wish)) {
        [suiting, accessible, cost] = [0, 0, 0];
        continue;
      }
      suiting += 1;
      accessible += hall.isAccessible[place] ?? 0;
      cost += hall.cost[place] ?? 0;
      if (suiting > count) {
        accessible -= hall.isAccessible[place - count] ?? 0;
        cost -= hall.cost[place - count] ?? 0;
      }
      if (suiting < count || (wish.isAccessible && accessible === 0)) continue;
      const first = place - count + 1;
      visit(first, cost / count, orphaningOf(hall, first, count, { from, to }));
    }
  });
}

/** The most seats side by side that suit the wish, whatever its own number. */
export function largestBlock(hall: Hall, moment: Moment, wish: Wish): number {
  let largest = 0;
  for (const run of hall.runs) {
    if (run.end - run.first <= largest) continue;
    eachGap(hall, run, moment, (from, to) => {
      let suiting = 0;
      for (let place = from; place < to; place++) {
        suiting = suits(hall, place, wish) ? suiting + 1 : 0;
        if (suiting > largest) largest = suiting;
      }
    });
  }
  return largest;
}

/** The unbroken stretches of free places of a run, `to` not included. */
function eachGap(hall: Hall, run: SeatRun, moment: Moment, visit: (from: number, to: number) => void): void {
  const { statuses, excluded } = moment;
  let from = run.first;
  for (let place = run.first; place < run.end; place++) {
    const seatIndex = hall.seatIndex[place] ?? -1;
    if (statuses.charCodeAt(seatIndex) === FREE && !excluded.has(seatIndex)) continue;
    if (place > from) visit(from, place);
    from = place + 1;
  }
  if (run.end > from) visit(from, run.end);
}

function suits(hall: Hall, place: number, wish: Wish): boolean {
  if (hall.isMadeForOne[place] !== (wish.isAccessible ? 1 : 0)) return false;
  if (wish.grade !== undefined && hall.grade[place] !== wish.grade) return false;
  const price = hall.priceKrw[place] ?? 0;
  return (
    (wish.priceKrwMin === undefined || price >= wish.priceKrwMin) &&
    (wish.priceKrwMax === undefined || price <= wish.priceKrwMax)
  );
}

function orphaningOf(hall: Hall, first: number, count: number, gap: { from: number; to: number }): Orphaning {
  const isLeftAlone =
    (first - gap.from === 1 && hall.isMadeForOne[gap.from] === 0) ||
    (gap.to - first - count === 1 && hall.isMadeForOne[gap.to - 1] === 0);
  if (!isLeftAlone) return "none";
  return isAvoidable(gap.to - gap.from - count) ? "avoidable" : "unavoidable";
}
