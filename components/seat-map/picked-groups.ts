import type { Hall } from "./hall";
import { isGeneral } from "./seat-shape";

/** The seats of each row together, in the order in which the rows first come up. */
export function groupByRow({ rowOf }: Hall, seats: readonly number[]): number[][] {
  const rows = new Map<number, number[]>();
  for (const seat of seats) rows.set(rowOf[seat] ?? 0, [...(rows.get(rowOf[seat] ?? 0) ?? []), seat]);
  return [...rows.values()];
}

/** What is shown as one: each numbered seat by itself, the places of a standing area together. */
export const groupPlaces = (hall: Hall, seats: readonly number[]): number[][] =>
  groupByRow(hall, seats).flatMap((row) => (isGeneral(hall, row[0] ?? 0) ? [row] : row.map((seat) => [seat])));
