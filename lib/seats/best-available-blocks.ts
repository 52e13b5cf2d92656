import type { GradeCode } from "@/lib/db/schema/catalog";
import type { Hall, RatedSeat, SeatRun } from "./best-available-hall";
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
  /** Seats to leave aside although they look free. */
  excluded: ReadonlySet<number>;
};

/** Seats side by side that a party could have. `orphans`: seats that taking them leaves alone. */
export type Block = {
  run: SeatRun;
  seats: readonly RatedSeat[];
  /** The mean cost of its seats. */
  score: number;
  orphans: "none" | "unavoidable" | "avoidable";
};

/** Every block of `count` seats that suits the wish. Linear in the size of the hall. */
export function findBlocks(hall: Hall, moment: Moment, wish: Wish, count = wish.count): Block[] {
  return hall.runs.flatMap((run) =>
    freeGaps(run, moment).flatMap((gap) => {
      const blocks: Block[] = [];
      let suiting = 0;
      let cost = 0;
      for (const [i, seat] of gap.entries()) {
        suiting = suits(seat, wish) ? suiting + 1 : 0;
        cost = suiting === 0 ? 0 : cost + seat.cost;
        if (suiting > count) cost -= gap[i - count]?.cost ?? 0;
        if (suiting < count) continue;
        const first = i - count + 1;
        const seats = gap.slice(first, i + 1);
        if (wish.isAccessible && !seats.some((one) => one.isAccessible)) continue;
        blocks.push({ run, seats, score: cost / count, orphans: orphansOf(gap, first, count) });
      }
      return blocks;
    }),
  );
}

/** The most seats side by side that suit the wish, whatever its own number. */
export function largestBlock(hall: Hall, moment: Moment, wish: Wish): number {
  let largest = 0;
  for (const run of hall.runs) {
    for (const gap of freeGaps(run, moment)) {
      let suiting = 0;
      for (const seat of gap) {
        suiting = suits(seat, wish) ? suiting + 1 : 0;
        largest = Math.max(largest, suiting);
      }
    }
  }
  return largest;
}

function freeGaps(run: SeatRun, { statuses, excluded }: Moment): RatedSeat[][] {
  const gaps: RatedSeat[][] = [];
  let gap: RatedSeat[] = [];
  for (const seat of run.seats) {
    if (statuses[seat.seatIndex] === SEAT_CODES.available && !excluded.has(seat.seatIndex)) {
      if (gap.length === 0) gaps.push(gap);
      gap.push(seat);
    } else if (gap.length > 0) {
      gap = [];
    }
  }
  return gaps;
}

function suits(seat: RatedSeat, { isAccessible = false, grade, priceKrwMin = 0, priceKrwMax = Infinity }: Wish) {
  if (seat.isMadeForOne !== isAccessible) return false;
  if (grade !== undefined && seat.grade !== grade) return false;
  return seat.priceKrw >= priceKrwMin && seat.priceKrw <= priceKrwMax;
}

function orphansOf(gap: readonly RatedSeat[], first: number, count: number): Block["orphans"] {
  const after = gap.length - first - count;
  const isLeftAlone =
    (first === 1 && gap[0]?.isMadeForOne === false) || (after === 1 && gap.at(-1)?.isMadeForOne === false);
  if (!isLeftAlone) return "none";
  return isAvoidable(gap.length - count) ? "avoidable" : "unavoidable";
}
