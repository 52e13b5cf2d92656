/** One seat as it stands now: its index, and 0 available, 1 held, 2 sold or 3 blocked. */
export type SeatNow = readonly [seat: number, status: number];

/** What turns the statuses of version `from` into those of version `to`. Names each seat once, in rising order. */
export type SeatDelta = { from: string; to: string; changes: readonly SeatNow[] };

const ZERO = 48;

/** The seats whose status differs, as they stand in `after`. Both texts have one character a seat. */
export function diffStatuses(before: string, after: string): SeatNow[] {
  const changes: SeatNow[] = [];
  for (let seat = 0; seat < after.length; seat++) {
    const code = after.charCodeAt(seat);
    if (code !== before.charCodeAt(seat)) changes.push([seat, code - ZERO]);
  }
  return changes;
}

/** `statuses` with `changes` made; `null` when they name a seat or a status that there is not. */
export function withChanges(statuses: string, changes: readonly SeatNow[]): string | null {
  let [next, reached] = ["", 0];
  for (const [seat, status] of changes) {
    const isKnown = seat >= reached && seat < statuses.length && status >= 0 && status <= 3;
    if (!isKnown || !Number.isInteger(seat) || !Number.isInteger(status)) return null;
    next += statuses.slice(reached, seat) + status;
    reached = seat + 1;
  }
  return next + statuses.slice(reached);
}

/** Several deltas in a row as one. The last word about a seat counts, also where it came back to what it was. */
export function mergeChanges(deltas: readonly SeatDelta[]): SeatNow[] {
  const now = new Map<number, number>();
  for (const { changes } of deltas) for (const [seat, status] of changes) now.set(seat, status);
  return [...now].sort(([a], [b]) => a - b);
}
