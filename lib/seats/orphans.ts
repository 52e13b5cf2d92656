/** A seat as the rule of orphans sees it. `x` and `y` are plan units. */
export type RowSeat = {
  seatIndex: number;
  x: number;
  y: number;
  /** A wheelchair place or the seat beside it: made to be taken alone, so never an orphan. */
  isMadeForOne?: boolean;
};

/** `own`: in the fan's hold already. `wanted`: what they ask for now. Blocked seats are `taken`. */
export type SeatStanding = "free" | "taken" | "own" | "wanted";

/** The seats that a selection would leave alone, by seatIndex. */
export type Orphans = {
  /** Another choice of as many seats in the same gap would leave nobody's seat alone. */
  avoidable: number[];
  /** The gap has one seat more than is wanted: whatever is chosen, one is left. */
  unavoidable: number[];
};

/** Neighbours farther apart than this many times the row's usual distance have an aisle between them. */
const AISLE_PITCHES = 1.5;

/**
 * The seats of one row as runs of neighbours, in the order in which people sit: by where seats are,
 * not by their numbers, which may be odd on one side and even on the other. An aisle ends a run.
 */
export function neighbourRuns<T extends RowSeat>(row: readonly T[]): T[][] {
  const seats = inSittingOrder(row);
  const pitches = seats.slice(1).map((seat, i) => distance(seat, seats[i] ?? seat));
  const aisle = AISLE_PITCHES * median(pitches);
  const runs: T[][] = [];
  for (const [i, seat] of seats.entries()) {
    const run = runs.at(-1);
    if (run && (pitches[i - 1] ?? 0) <= aisle) run.push(seat);
    else runs.push([seat]);
  }
  return runs;
}

/**
 * Which seats of a row the wanted ones would newly leave alone: one free seat between two that are
 * taken, or between a taken one and the end of the row or an aisle. The fan's own hold and what they
 * want now count as one choice. A seat that was alone before is nobody's fault and is not named.
 */
export function findOrphans(row: readonly RowSeat[], standingOf: (seatIndex: number) => SeatStanding): Orphans {
  const orphans: Orphans = { avoidable: [], unavoidable: [] };
  for (const run of neighbourRuns(row)) {
    for (const gap of stretches(run, (seat) => standingOf(seat.seatIndex) !== "taken")) {
      const left = orphansOfGap(gap, standingOf);
      const freeAfter = gap.filter((seat) => standingOf(seat.seatIndex) === "free").length;
      orphans[isAvoidable(freeAfter) ? "avoidable" : "unavoidable"].push(...left);
    }
  }
  return orphans;
}

/** With two or more seats left over, taking seats from one end of the gap leaves them side by side. */
export const isAvoidable = (seatsLeftInGap: number): boolean => seatsLeftInGap > 1;

function orphansOfGap(gap: readonly RowSeat[], standingOf: (seatIndex: number) => SeatStanding): number[] {
  const isFreeNow = (seat: RowSeat) => standingOf(seat.seatIndex) === "free";
  const wasFree = (seat: RowSeat) => isFreeNow(seat) || standingOf(seat.seatIndex) === "wanted";
  const before = new Set(lonely(gap, wasFree));
  return lonely(gap, isFreeNow).filter((seatIndex) => !before.has(seatIndex));
}

const lonely = (gap: readonly RowSeat[], isFree: (seat: RowSeat) => boolean): number[] =>
  stretches(gap, isFree).flatMap(([seat, ...others]) =>
    seat && others.length === 0 && !seat.isMadeForOne ? [seat.seatIndex] : [],
  );

/** The longest unbroken stretches of seats that fit. */
function stretches<T>(seats: readonly T[], fits: (seat: T) => boolean): T[][] {
  const found: T[][] = [];
  let stretch: T[] = [];
  for (const seat of seats) {
    if (fits(seat)) {
      if (stretch.length === 0) found.push(stretch);
      stretch.push(seat);
    } else {
      stretch = [];
    }
  }
  return found;
}

/** Along the line between the row's two ends; a curved row keeps its order on that line. */
function inSittingOrder<T extends RowSeat>(row: readonly T[]): T[] {
  const [first] = row;
  if (!first) return [];
  const end = farthestFrom(first, row);
  const start = farthestFrom(end, row);
  const along = (seat: RowSeat) => (seat.x - start.x) * (end.x - start.x) + (seat.y - start.y) * (end.y - start.y);
  return [...row].sort((a, b) => along(a) - along(b) || a.seatIndex - b.seatIndex);
}

const farthestFrom = <T extends RowSeat>(from: RowSeat, seats: readonly T[]): T | RowSeat =>
  seats.reduce<T | RowSeat>((far, seat) => (distance(from, seat) > distance(from, far) ? seat : far), from);

const distance = (a: RowSeat, b: RowSeat) => Math.hypot(a.x - b.x, a.y - b.y);

function median(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
