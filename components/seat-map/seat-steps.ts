import { type Hall, seatPoint } from "./hall";
import { isGeneral } from "./seat-shape";

export type Step = "left" | "right" | "up" | "down" | "row_start" | "row_end" | "next_section" | "previous_section";

const TOWARDS = {
  right: { x: 1, y: 0 },
  left: { x: -1, y: 0 },
  down: { x: 0, y: 1 },
  up: { x: 0, y: -1 },
} as const;

/**
 * The seat that a keyboard step leads to, or `from` itself at the edge. Only seats that `isThere` are visited, and of
 * a section sold by number of people the one that stands for all of it.
 */
export function stepFrom(hall: Hall, from: number, step: Step, isSeatThere: (seatIndex: number) => boolean): number {
  const isThere = (seat: number) => (isGeneral(hall, seat) ? isStandIn(hall, seat) : isSeatThere(seat));
  const row = hall.rows[hall.rowOf[from] ?? 0];
  switch (step) {
    case "row_start":
      return row?.seats.find(isThere) ?? from;
    case "row_end":
      return row?.seats.findLast(isThere) ?? from;
    case "next_section":
      return firstOfSection(hall, from, 1, isThere);
    case "previous_section":
      return firstOfSection(hall, from, -1, isThere);
    default:
      return nearestTowards(hall, from, TOWARDS[step], isThere);
  }
}

/** Where the cursor begins: the first seat worth having, in the order of the plan. */
export function firstSeat(hall: Hall, isFree: (seatIndex: number) => boolean): number | null {
  for (let seat = 0; seat < hall.seatCount; seat++) if (!isGeneral(hall, seat) && isFree(seat)) return seat;
  return hall.seatCount > 0 ? 0 : null;
}

/** Nobody walks through a standing area place by place. */
const isStandIn = (hall: Hall, seat: number) => seatsOf(hall, hall.map.seats.section[seat] ?? 0)[0] === seat;

const seatsOf = ({ sections, rows }: Hall, section: number): readonly number[] =>
  rows[sections[section]?.rows[0] ?? -1]?.seats ?? [];

/** Where the cursor lands in a section: its first free seat in the order of the plan, or the first there is. */
export function entrySeat(hall: Hall, section: number, isFree: (seatIndex: number) => boolean): number | null {
  for (const row of hall.sections[section]?.rows ?? []) {
    const seat = hall.rows[row]?.seats.find(isFree);
    if (seat !== undefined) return seat;
  }
  return seatsOf(hall, section)[0] ?? null;
}

/** The section that a keyboard step leads to while sections are what one sees, or `from` itself at the edge. */
export function stepFromSection(hall: Hall, from: number, step: Step): number {
  const isThere = (section: number) => section !== from && (hall.sections[section]?.seatCount ?? 0) > 0;
  const all = hall.sections.map((_, section) => section).filter(isThere);
  switch (step) {
    case "row_start":
    case "previous_section":
      return all.findLast((section) => section < from) ?? from;
    case "row_end":
    case "next_section":
      return all.find((section) => section > from) ?? from;
    default:
      return nearestSection(hall, { from, among: all, towards: TOWARDS[step] });
  }
}

type SectionSearch = { from: number; among: readonly number[]; towards: Direction };

function nearestSection({ sections }: Hall, { from, among, towards }: SectionSearch): number {
  const start = sections[from]?.outline.middle ?? { x: 0, y: 0 };
  let [best, bestDistance] = [from, Number.POSITIVE_INFINITY];
  for (const section of among) {
    const { x, y } = sections[section]?.outline.middle ?? start;
    const along = (x - start.x) * towards.x + (y - start.y) * towards.y;
    const across = Math.abs((x - start.x) * towards.y) + Math.abs((y - start.y) * towards.x);
    const distance = along + 2 * across;
    if (along > 0 && across <= along && distance < bestDistance) [best, bestDistance] = [section, distance];
  }
  return best;
}

type Direction = { x: number; y: number };

/** The nearest seat inside a quarter circle about the direction, so that the four arrows share all seats out. */
function nearestTowards(hall: Hall, from: number, towards: Direction, isThere: (seatIndex: number) => boolean): number {
  const start = seatPoint(hall, from);
  const isTowards = (seat: number) => {
    if (seat === from || !isThere(seat)) return false;
    const { x, y } = seatPoint(hall, seat);
    const along = (x - start.x) * towards.x + (y - start.y) * towards.y;
    const across = Math.abs((x - start.x) * towards.y) + Math.abs((y - start.y) * towards.x);
    return along > hall.pitch * 0.2 && across <= along;
  };
  const sameRow = neighboursInRow(hall, from, isThere).find(isTowards);
  return sameRow ?? hall.index?.neighbors(start.x, start.y, 1, Number.POSITIVE_INFINITY, isTowards)[0] ?? from;
}

/** The seats before and after this one in its row, the nearest that are there. */
function neighboursInRow(hall: Hall, seat: number, isThere: (seatIndex: number) => boolean): number[] {
  const row = hall.rows[hall.rowOf[seat] ?? 0]?.seats ?? [];
  const place = row.indexOf(seat);
  const isOther = (other: number) => other !== seat && isThere(other);
  const before = row.slice(0, place).findLast(isOther);
  const after = row.slice(place + 1).find(isOther);
  return [before, after].filter((other) => other !== undefined);
}

function firstOfSection(hall: Hall, from: number, by: 1 | -1, isThere: (seatIndex: number) => boolean): number {
  const section = hall.map.seats.section[from] ?? 0;
  for (let other = section + by; other >= 0 && other < hall.sections.length; other += by) {
    for (const row of hall.sections[other]?.rows ?? []) {
      const seat = hall.rows[row]?.seats.find(isThere);
      if (seat !== undefined) return seat;
    }
  }
  return from;
}
