import type { GradeCode } from "@/lib/db/schema/catalog";
import { SEAT_CODES, seatStatusAt } from "@/lib/seats/rules";
import type { Hall } from "./hall";
import { isHeldByMe, type Selection } from "./seat-selection";

/** How a seat is drawn and spoken of on this screen. `unknown`: nothing has been heard from the server yet. */
export type SeatLook = "free" | "chosen" | "held_by_me" | "held" | "sold" | "blocked" | "unknown";

/** One look for one seat, mine before anybody's. */
export function seatLookAt(
  selection: Pick<Selection, "chosen" | "hold">,
  statuses: string | null,
  seat: number,
): SeatLook {
  if (isHeldByMe(selection, seat)) return "held_by_me";
  if (selection.chosen.includes(seat)) return "chosen";
  if (statuses === null) return "unknown";
  const status = seatStatusAt(statuses, seat);
  return status === "available" ? "free" : status;
}

export type FreeCounts = { total: number; byGrade: Record<GradeCode, number> };

/** How many seats are free, in all and by grade. One pass over the hall. */
export function countFree({ map }: Hall, statuses: string): FreeCounts {
  const byGrade: Record<GradeCode, number> = { VIP: 0, R: 0, S: 0, A: 0 };
  let total = 0;
  map.seats.grade.forEach((grade, seat) => {
    if (statuses[seat] !== SEAT_CODES.available) return;
    byGrade[grade] += 1;
    total += 1;
  });
  return { total, byGrade };
}

/** How many of these seats are free. */
export function countFreeOf(seats: readonly number[], statuses: string): number {
  let free = 0;
  for (const seat of seats) if (statuses[seat] === SEAT_CODES.available) free += 1;
  return free;
}
