import type { Random } from "./random";

/** A seat that the demo may sell. `rowKey` is the same for the seats of one row, which come in seat order. */
export type DemoSeat = { ticketId: number; seatIndex: number; rowKey: string; grade: string; priceKrw: number };

/** Some seats of one schedule that one fan books together. */
export type Party = { fan: number; seats: DemoSeat[] };

const SEATS_PER_FAN_MAX = 4;
const PARTY_SIZES = [1, 2, 2, 2, 3, 4, 4, 4];
const TRIES_MAX = 12;

/** Seats taken here and there, friends together and good rows first, by the fans numbered in `fans`. */
export function scatterParties(random: Random, seats: readonly DemoSeat[], fans: readonly number[]): Party[] {
  const rows = [...groupByRow(seats).values()].sort((a, b) => b[0]!.priceKrw - a[0]!.priceKrw);
  const taken = new Set<number>();
  return fans.flatMap((fan) => {
    const chosen = findTogether(random, rows, taken, random.pick(PARTY_SIZES));
    for (const seat of chosen) taken.add(seat.ticketId);
    return chosen.length > 0 ? [{ fan, seats: chosen }] : [];
  });
}

function findTogether(random: Random, rows: DemoSeat[][], taken: Set<number>, size: number): DemoSeat[] {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    // Squaring the chance leans towards the dearer rows, as a real sale does.
    const row = rows[Math.floor(random.next() ** 2 * rows.length)]!;
    const first = random.between(0, Math.max(0, row.length - size));
    const together = row.slice(first, first + size);
    if (together.length === size && together.every((seat) => !taken.has(seat.ticketId))) return together;
  }
  return [];
}

/** Every seat taken, nobody with more than four: `seats` may be at most four times the fans. */
export function fillHouse(seats: readonly DemoSeat[], fanCount: number): Party[] {
  const blocks = [...groupByRow(seats).values()].flatMap(splitIntoFours).sort((a, b) => b.length - a.length);
  const room = Array.from({ length: fanCount }, () => SEATS_PER_FAN_MAX);
  return blocks.map((block) => {
    const fan = room.findIndex((free) => free >= block.length);
    if (fan === -1) throw new Error("The house is larger than its fans may buy");
    room[fan]! -= block.length;
    return { fan, seats: block };
  });
}

function splitIntoFours(row: DemoSeat[]): DemoSeat[][] {
  const blocks: DemoSeat[][] = [];
  for (let i = 0; i < row.length; i += SEATS_PER_FAN_MAX) blocks.push(row.slice(i, i + SEATS_PER_FAN_MAX));
  return blocks;
}

function groupByRow(seats: readonly DemoSeat[]): Map<string, DemoSeat[]> {
  const rows = new Map<string, DemoSeat[]>();
  for (const seat of seats) rows.set(seat.rowKey, [...(rows.get(seat.rowKey) ?? []), seat]);
  return rows;
}
