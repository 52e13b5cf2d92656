import { SEAT_CODES } from "@/lib/seats/rules";
import { type Hall, seatPoint } from "./hall";
import { type Choice, isEqual, orphansOf } from "./orphan-watch";
import type { Point } from "./plan-box";
import { isGeneral } from "./seat-shape";
import { sittingOrder } from "./sitting-order";

type Loss = Choice & {
  /** Seats that somebody else has now; no longer part of `chosen`. */
  lost: readonly number[];
  leavesNoOrphans: boolean;
};

/** Free seats looked at about the place of the loss: enough to find a row with room, few enough for one frame. */
const LOOKED_AT_MAX = 600;

/**
 * As many seats as were lost, of the same grade and with the same view, free now and nearest: side by side where
 * that can be, beside those that the fan still has where there are any, and leaving nobody's seat alone where the
 * schedule asks for that. `null` when there are not enough, or when the lost seats are of several kinds that are.
 */
export function nearestEqual(hall: Hall, loss: Loss): number[] | null {
  const [first] = loss.lost;
  if (first === undefined || !hall.index || isGeneral(hall, first)) return null;
  const party = [...loss.chosen, ...loss.held];
  const from = middleOf(hall, party.length > 0 ? party : loss.lost);
  const kinds = groupBy(loss.lost, (seat) => `${hall.map.seats.grade[seat]}/${hall.map.seats.flags[seat]}`);
  let offer: number[] = [];
  for (const lost of kinds) {
    const own = { ...loss, chosen: [...loss.chosen, ...offer], lost };
    const found = windowOf(hall, own, from) ?? singles(hall, own, from);
    if (!found) return null;
    offer = [...offer, ...found];
  }
  return isAllowed(hall, loss, offer) ? offer : null;
}

function candidates(hall: Hall, { statuses, chosen, held, lost }: Loss, from: Point): number[] {
  const kind = lost[0] ?? 0;
  const isOffered = (seat: number) =>
    statuses[seat] === SEAT_CODES.available &&
    isEqual(hall, seat, kind) &&
    !lost.includes(seat) &&
    !chosen.includes(seat) &&
    !held.includes(seat);
  return hall.index?.neighbors(from.x, from.y, LOOKED_AT_MAX, Number.POSITIVE_INFINITY, isOffered) ?? [];
}

/** Seats side by side, the nearest such; those that continue what the fan has in that row come before all others. */
function windowOf(hall: Hall, loss: Loss, from: Point): number[] | null {
  const near = new Set(candidates(hall, loss, from));
  const party = new Set([...loss.chosen, ...loss.held]);
  const { seats, isEnd } = sittingOrder(hall);
  const windows: { seats: number[]; cost: number }[] = [];
  let open: number[] = [];
  for (let place = 0; place < seats.length; place++) {
    const seat = seats[place] ?? -1;
    open = near.has(seat) ? [...open, seat].slice(-loss.lost.length) : [];
    if (open.length === loss.lost.length) {
      const before = place - open.length;
      const isBeside =
        (before >= 0 && isEnd[before] === 0 && party.has(seats[before] ?? -1)) ||
        (isEnd[place] === 0 && party.has(seats[place + 1] ?? -1));
      windows.push({
        seats: open,
        cost: isBeside ? -1 / distanceFrom(hall, open, from) : distanceFrom(hall, open, from),
      });
    }
    if (isEnd[place] === 1) open = [];
  }
  windows.sort((a, b) => a.cost - b.cost);
  return windows.find((window) => isAllowed(hall, loss, window.seats))?.seats ?? null;
}

/** Where no row has room for all that were lost: the nearest ones, wherever they are. */
function singles(hall: Hall, loss: Loss, from: Point): number[] | null {
  const found: number[] = [];
  for (const seat of candidates(hall, loss, from)) {
    if (found.length === loss.lost.length) break;
    if (isAllowed(hall, loss, [...found, seat])) found.push(seat);
  }
  return found.length === loss.lost.length ? found : null;
}

/** The choice may be awkward already; what is offered must not make it so. */
const isAllowed = (hall: Hall, loss: Loss, offer: readonly number[]): boolean =>
  !loss.leavesNoOrphans ||
  orphansOf(hall, { ...loss, chosen: [...loss.chosen, ...offer] }).avoidable.length <=
    orphansOf(hall, loss).avoidable.length;

function middleOf(hall: Hall, seats: readonly number[]): Point {
  const sum = { x: 0, y: 0 };
  for (const seat of seats) {
    const { x, y } = seatPoint(hall, seat);
    sum.x += x / seats.length;
    sum.y += y / seats.length;
  }
  return sum;
}

function distanceFrom(hall: Hall, seats: readonly number[], from: Point): number {
  const { x, y } = middleOf(hall, seats);
  return Math.hypot(x - from.x, y - from.y) + hall.pitch / 1_000;
}

function groupBy(seats: readonly number[], keyOf: (seat: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const seat of seats) groups.set(keyOf(seat), [...(groups.get(keyOf(seat)) ?? []), seat]);
  return [...groups.values()];
}
