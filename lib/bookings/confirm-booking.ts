import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { type Builder, listOf, prepared } from "@/lib/db/prepared";
import { bookingSeats, bookings } from "@/lib/db/schema/bookings";
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
  const standing = await lockBookedSeats(tx, booking.id);
  const refusal = refusalOf(booking, standing);
  return refusal ? { refusal, changes: [] } : { refusal: null, changes: await sellSeats(tx, booking, standing) };
}

/** What stands for and against confirming a booking once its tickets are locked. */
export type Standing = { lockedIds: number[]; isInTime: boolean; bookedCount: number; keptCount: number };

/** Locks a booking's tickets in id order and then looks at it. The booking is locked, or is being so in the same burst. */
export async function lockBookedSeats(tx: Tx, bookingId: string): Promise<Standing> {
  const [locked, [found]] = await Promise.all([lockTickets(tx, { bookingId }), readStanding(tx, { bookingId })]);
  return { lockedIds: locked.map(({ id }) => id), ...(found ?? { isInTime: true, bookedCount: 0, keptCount: 0 }) };
}

/** Why a locked booking may not be confirmed; `null` when it may. */
export function refusalOf(booking: LockedBooking, standing: Standing): ConfirmRefusal | null {
  const { lockedIds, isInTime, bookedCount, keptCount } = standing;
  if (booking.status !== "pending") return "booking_ended";
  if (!isInTime) return "booking_expired";
  if (keptCount === 0 || keptCount !== bookedCount || lockedIds.length !== bookedCount) return "seats_lost";
  return null;
}

/** Confirms a booking that nothing stands against and sells its seats, in one burst. */
export async function sellSeats(
  tx: Tx,
  { id: bookingId }: LockedBooking,
  { lockedIds, bookedCount }: Standing,
): Promise<SeatChange[]> {
  const [changes, confirmed] = await Promise.all([
    sellTickets(tx, { bookingId, ticketIds: listOf(lockedIds) }),
    confirm(tx, { bookingId }),
  ]);
  assert(changes.length === bookedCount, "every locked seat of the booking was sold");
  assert(confirmed.length === 1, "a locked pending booking was confirmed");
  return changes;
}

type OfBooking = { bookingId: string };
const bookingId = sql.placeholder("bookingId");

const lockTickets = prepared<OfBooking, { id: number }[]>((build) =>
  build
    .select({ id: tickets.id })
    .from(tickets)
    .where(eq(tickets.bookingId, bookingId))
    .orderBy(tickets.id)
    .for("update")
    .prepare("lock_booked_tickets"),
);

/** A statement of its own: only one that begins after the locks were granted sees what they waited for. */
const readStanding = prepared<OfBooking, Omit<Standing, "lockedIds">[]>((build) =>
  build
    .select({
      isInTime: sql<boolean>`${bookings.expiresAt} > clock_timestamp()`,
      bookedCount: sql<number>`count(*)::int`,
      keptCount: sql<number>`(count(*) filter (
        where ${bookingSeats.live} and ${tickets.bookingId} = ${bookings.id} and ${tickets.status} = 'held'
          and ${tickets.heldBy} = ${bookings.userId} and ${tickets.heldUntil} > clock_timestamp()))::int`,
    })
    .from(bookings)
    .innerJoin(bookingSeats, eq(bookingSeats.bookingId, bookings.id))
    .innerJoin(tickets, eq(tickets.id, bookingSeats.ticketId))
    .where(eq(bookings.id, bookingId))
    .groupBy(bookings.id)
    .prepare("read_booking_standing"),
);

/** Statements of `sellSeats`, also as parts of a larger one. Their values: `bookingId`, `ticketIds`. */
export const sellingTickets = (build: Pick<Builder, "update">) =>
  build
    .update(tickets)
    .set({ status: "sold", ...FREED })
    .where(
      and(
        sql`${tickets.id} = any(${sql.placeholder("ticketIds")}::bigint[])`,
        eq(tickets.bookingId, bookingId),
        eq(tickets.status, "held"),
      ),
    );

export const confirming = (build: Builder) =>
  build
    .update(bookings)
    .set({ status: "confirmed", confirmedAt: sql`clock_timestamp()` })
    .where(and(eq(bookings.id, bookingId), eq(bookings.status, "pending")))
    .returning({ id: bookings.id });

const sellTickets = prepared<OfBooking & { ticketIds: string }, SeatChange[]>((build) =>
  sellingTickets(build).returning(changeColumns).prepare("sell_tickets"),
);

const confirm = prepared<OfBooking, { id: string }[]>((build) => confirming(build).prepare("confirm_booking"));
