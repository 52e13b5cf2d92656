import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { bookings } from "@/lib/db/schema/bookings";
import { tickets } from "@/lib/db/schema/tickets";
import { assert } from "@/lib/kernel/assert";
import { changeColumns, type SeatChange } from "@/lib/seats/seat-change";
import type { LockedBooking } from "./payment-attempt";

/** Why a paid booking may not be confirmed; its money goes back. */
export type ConfirmRefusal = "booking_expired" | "booking_ended" | "seats_lost";

/** What became of the seats; they changed if and only if nothing stood against it. */
export type Confirmation = { refusal: ConfirmRefusal; changes: [] } | { refusal: null; changes: SeatChange[] };

const FREED = { heldBy: null, holdToken: null, heldSince: null, heldUntil: null } as const;

/**
 * Turns a pending booking into a confirmed one and its held tickets into sold ones, as a part of
 * `tx`, which has the booking locked. The caller writes down the payment in the same transaction.
 *
 * Every seat must still be held for this very booking, and the time not be up, by the database's
 * clock once all locks are granted.
 *
 * @returns the change of each seat when confirmed; otherwise `refusal` says why not, and nothing was written.
 */
export async function confirmBooking(tx: Tx, booking: LockedBooking): Promise<Confirmation> {
  if (booking.status !== "pending") return refuse("booking_ended");
  const locked = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(eq(tickets.bookingId, booking.id))
    .orderBy(tickets.id)
    .for("update");

  const { isInTime, bookedCount, keptCount } = await readStanding(tx, booking);
  if (!isInTime) return refuse("booking_expired");
  if (keptCount === 0 || keptCount !== bookedCount || locked.length !== bookedCount) return refuse("seats_lost");

  const changes = await tx
    .update(tickets)
    .set({ status: "sold", ...FREED })
    .where(
      and(
        inArray(
          tickets.id,
          locked.map((ticket) => ticket.id),
        ),
        eq(tickets.bookingId, booking.id),
        eq(tickets.status, "held"),
      ),
    )
    .returning(changeColumns);
  assert(changes.length === bookedCount, "every locked seat of the booking was sold");
  const confirmed = await tx
    .update(bookings)
    .set({ status: "confirmed", confirmedAt: sql`clock_timestamp()` })
    .where(and(eq(bookings.id, booking.id), eq(bookings.status, "pending")))
    .returning({ id: bookings.id });
  assert(confirmed.length === 1, "a locked pending booking was confirmed");
  return { refusal: null, changes };
}

const refuse = (refusal: ConfirmRefusal): Confirmation => ({ refusal, changes: [] });

type Standing = { isInTime: boolean; bookedCount: number; keptCount: number };

/** A statement of its own: only one that begins after the locks were granted sees what they waited for. */
async function readStanding(tx: Tx, { id, userId }: LockedBooking): Promise<Standing> {
  const [row] = await tx.execute<Standing>(sql`
    select b.expires_at > clock_timestamp() as "isInTime", count(*)::int as "bookedCount",
      (count(*) filter (where s.live and t.booking_id = ${id} and t.status = 'held'
        and t.held_by = ${userId} and t.held_until > clock_timestamp()))::int as "keptCount"
    from bookings b join booking_seats s on s.booking_id = b.id join tickets t on t.id = s.ticket_id
    where b.id = ${id} group by b.id
  `);
  return row ?? { isInTime: true, bookedCount: 0, keptCount: 0 };
}
