import { findOrphans, type Orphans, type SeatStanding } from "@/lib/seats/orphans";
import { SEAT_CODES } from "@/lib/seats/rules";
import type { Hall } from "./hall";
import { rowSeats } from "./sitting-order";

/** What is chosen in a hall as it stands. */
export type Choice = {
  statuses: string;
  /** Chosen on this screen, in order of choosing. */
  chosen: readonly number[];
  /** In the fan's hold already. */
  held: readonly number[];
};

/** The seats that holding the choice would leave alone, as the server will find them. Looks at the rows of the choice only. */
export function orphansOf(hall: Hall, choice: Choice): Orphans {
  const orphans: Orphans = { avoidable: [], unavoidable: [] };
  for (const row of rowsTouched(hall, choice.chosen)) {
    const found = findOrphans(rowSeats(hall, row), (seat) => standingIn(choice, seat));
    orphans.avoidable.push(...found.avoidable);
    orphans.unavoidable.push(...found.unavoidable);
  }
  return orphans;
}

/** Seats to let go of and seats to take instead. */
export type Swap = { remove: readonly number[]; add: readonly number[] };

/** One-press ways out, each of which leaves nobody's seat alone; `null` where there is none. */
export type OrphanFixes = { take: Swap | null; move: Swap | null };

/** @param room how many seats more the fan may choose. */
export function orphanFixes(hall: Hall, choice: Choice, room: number): OrphanFixes {
  const alone = orphansOf(hall, choice).avoidable;
  if (alone.length === 0) return { take: null, move: null };
  const rows = new Set(alone.map((seat) => hall.rowOf[seat] ?? 0));
  const takesAll = isKind(hall, { ...choice, chosen: [...choice.chosen, ...alone] });
  const moves = [...rows].map((row) => moveWithinRow(hall, choice, row));
  return {
    take: alone.length <= room && takesAll ? { remove: [], add: alone } : null,
    move: moves.every((move) => move !== null)
      ? { remove: moves.flatMap(({ remove }) => remove), add: moves.flatMap(({ add }) => add) }
      : null,
  };
}

const isKind = (hall: Hall, choice: Choice): boolean => orphansOf(hall, choice).avoidable.length === 0;

const rowsTouched = (hall: Hall, seats: readonly number[]) => new Set(seats.map((seat) => hall.rowOf[seat] ?? 0));

function standingIn({ statuses, chosen, held }: Choice, seat: number): SeatStanding {
  if (held.includes(seat)) return "own";
  if (chosen.includes(seat)) return "wanted";
  return statuses[seat] === SEAT_CODES.available ? "free" : "taken";
}

/** Where the same number of seats of the row, side by side, leaves nobody alone: the shortest way from what is chosen. */
function moveWithinRow(hall: Hall, choice: Choice, row: number): Swap | null {
  const seats = hall.rows[row]?.seats ?? [];
  const places = new Map(seats.map((seat, place) => [seat, place]));
  const mine = seats.filter((seat) => choice.chosen.includes(seat));
  const elsewhere = choice.chosen.filter((seat) => !mine.includes(seat));
  const costOf = (window: readonly number[]) => {
    const way = window.reduce(
      (sum, seat, i) => sum + Math.abs((places.get(seat) ?? 0) - (places.get(mine[i] ?? 0) ?? 0)),
      0,
    );
    return window.every((seat, i) => isEqual(hall, seat, mine[i] ?? seat)) ? way : Number.POSITIVE_INFINITY;
  };
  const windows = seats
    .map((_, first) => seats.slice(first, first + mine.length))
    .filter((window) => window.length === mine.length && costOf(window) < Number.POSITIVE_INFINITY)
    .filter((window) => window.every((seat) => ["free", "wanted"].includes(standingIn(choice, seat))))
    .sort((a, b) => costOf(a) - costOf(b));
  const best = windows.find((window) => isKind(hall, { ...choice, chosen: [...elsewhere, ...window] }));
  if (!best) return null;
  return { remove: mine.filter((seat) => !best.includes(seat)), add: best.filter((seat) => !mine.includes(seat)) };
}

/** The same grade, and the same to know of it: neither a better seat nor a worse one. */
export const isEqual = ({ map: { seats } }: Hall, a: number, b: number): boolean =>
  seats.grade[a] === seats.grade[b] && seats.flags[a] === seats.flags[b];
