import { neighbourRuns, type RowSeat } from "@/lib/seats/orphans";
import { type Hall, seatPoint } from "./hall";
import { isGeneral, isMadeForOne } from "./seat-shape";

/** Every numbered seat in the order in which people sit, row after row. */
export type SittingOrder = {
  seats: Int32Array;
  /** 1 where nobody sits beside the next one: the row ends there, or an aisle begins. */
  isEnd: Uint8Array;
};

const known = new WeakMap<Hall, SittingOrder>();

/** Who sits beside whom, by the same rule as on the server. Worked out once a hall, when it is first asked for. */
export function sittingOrder(hall: Hall): SittingOrder {
  const before = known.get(hall);
  if (before) return before;
  const [seats, ends]: [number[], number[]] = [[], []];
  for (const [row, { seats: own }] of hall.rows.entries()) {
    if (own[0] === undefined || isGeneral(hall, own[0])) continue;
    for (const run of neighbourRuns(rowSeats(hall, row))) {
      for (const { seatIndex } of run) seats.push(seatIndex);
      ends.push(seats.length - 1);
    }
  }
  const isEnd = new Uint8Array(seats.length);
  for (const end of ends) isEnd[end] = 1;
  const order = { seats: Int32Array.from(seats), isEnd };
  known.set(hall, order);
  return order;
}

/** One row of the hall as the rule of orphans sees it; empty for a standing area, where nobody sits beside anybody. */
export function rowSeats(hall: Hall, row: number): RowSeat[] {
  return (hall.rows[row]?.seats ?? [])
    .filter((seat) => !isGeneral(hall, seat))
    .map((seat) => ({ seatIndex: seat, ...seatPoint(hall, seat), isMadeForOne: isMadeForOne(hall, seat) }));
}
