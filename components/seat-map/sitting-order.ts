import { neighbourRuns, type RowSeat } from "@/lib/seats/orphans";
import { type Hall, seatPoint } from "./hall";
import { isGeneral, isMadeForOne } from "./seat-shape";

/** Every numbered seat in the order in which people sit, row after row. */
export type SittingOrder = {
  seats: Int32Array;
  /** 1 where nobody sits beside the next one: the row ends there, or an aisle begins. */
  isEnd: Uint8Array;
};

type Progress = { rowsDone: number; seatsDone: number; order: SittingOrder };

const known = new WeakMap<Hall, Progress>();

/** Who sits beside whom, by the same rule as on the server. Worked out once a hall; what is not ready yet is done at once. */
export function sittingOrder(hall: Hall): SittingOrder {
  const progress = progressOf(hall);
  while (!isReady(hall, progress)) addRow(hall, progress);
  return progress.order;
}

/** Works the order out while there is time, so that nobody waits for it later. @returns true when it is ready. */
export function prepareSittingOrder(hall: Hall, hasTime: () => boolean): boolean {
  const progress = progressOf(hall);
  while (!isReady(hall, progress) && hasTime()) addRow(hall, progress);
  return isReady(hall, progress);
}

function progressOf(hall: Hall): Progress {
  const before = known.get(hall);
  if (before) return before;
  let numbered = 0;
  for (let seat = 0; seat < hall.seatCount; seat++) if (!isGeneral(hall, seat)) numbered += 1;
  const order = { seats: new Int32Array(numbered), isEnd: new Uint8Array(numbered) };
  const progress = { rowsDone: 0, seatsDone: 0, order };
  known.set(hall, progress);
  return progress;
}

const isReady = (hall: Hall, { rowsDone }: Progress) => rowsDone >= hall.rows.length;

function addRow(hall: Hall, progress: Progress): void {
  const { seats, isEnd } = progress.order;
  for (const run of neighbourRuns(rowSeats(hall, progress.rowsDone))) {
    for (const { seatIndex } of run) {
      seats[progress.seatsDone] = seatIndex;
      progress.seatsDone += 1;
    }
    isEnd[progress.seatsDone - 1] = 1;
  }
  progress.rowsDone += 1;
}

/** One row of the hall as the rule of orphans sees it; empty for a standing area, where nobody sits beside anybody. */
export function rowSeats(hall: Hall, row: number): RowSeat[] {
  return (hall.rows[row]?.seats ?? [])
    .filter((seat) => !isGeneral(hall, seat))
    .map((seat) => ({ seatIndex: seat, ...seatPoint(hall, seat), isMadeForOne: isMadeForOne(hall, seat) }));
}
