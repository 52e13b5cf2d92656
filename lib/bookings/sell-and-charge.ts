import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { type Builder, listOf, prepared } from "@/lib/db/prepared";
import { payments } from "@/lib/db/schema/payments";
import { assert } from "@/lib/kernel/assert";
import { addingToBalance, insertingEntry } from "@/lib/points/post-points";
import { changeColumns, type SeatChange } from "@/lib/seats/seat-change";
import { confirming, type Standing, sellingTickets } from "./confirm-booking";
import type { LockedBooking } from "./payment-attempt";

/** A booking that nothing stands against, with its tickets and its fan's points locked. */
export type LockedSale = { booking: LockedBooking; standing: Standing; balance: number };

/**
 * Confirms the booking, sells its seats, takes the points, and writes down the payment: in one
 * statement, because each costs everybody a round trip's work.
 */
export async function sellAndCharge(tx: Tx, paymentId: string, sale: LockedSale): Promise<SeatChange[]> {
  const { booking, standing, balance } = sale;
  const { id: bookingId, userId, totalKrw } = booking;
  const balanceAfter = balance - totalKrw;
  const sold = await sell(tx, {
    ...{ paymentId, bookingId, userId, totalKrw, balanceAfter, amount: -totalKrw },
    ...{ ticketIds: listOf(standing.lockedIds), type: "use", chargeId: null },
  });
  assert(sold.length === standing.bookedCount, "every locked seat of the booking was sold");
  for (const { isConfirmed, left } of sold) {
    assert(isConfirmed, "a locked pending booking was confirmed");
    assert(left === balanceAfter, "a locked account with enough points takes the entry");
  }
  return sold.map(({ isConfirmed: _, left: __, ...change }) => change);
}

type PaidByPoints = { paymentId: string; bookingId: string; userId: string; totalKrw: number };

const given = (name: keyof PaidByPoints) => sql`${sql.placeholder(name)}`;

const insertingPayment = (build: Builder) =>
  build.insert(payments).values({
    id: given("paymentId"),
    bookingId: given("bookingId"),
    userId: given("userId"),
    method: "points",
    amountKrw: given("totalKrw"),
    status: "succeeded",
    createdAt: sql`clock_timestamp()`,
    settledAt: sql`clock_timestamp()`,
  });

/** Writes down that a booking was paid with points. */
export const insertPayment = prepared<PaidByPoints, unknown>((build) =>
  insertingPayment(build).prepare("insert_points_payment"),
);

type WholeSale = PaidByPoints & {
  ticketIds: string;
  amount: number;
  balanceAfter: number;
  type: "use";
  chargeId: null;
};

const sell = prepared<WholeSale, (SeatChange & { isConfirmed: boolean; left: number | null })[]>((build) => {
  const confirmed = build.$with("confirmed").as(confirming(build));
  const moved = build.$with("moved").as(addingToBalance(build));
  const entry = build.$with("entry").as(insertingEntry(build).returning({ one: sql`1`.as("one") }));
  const paid = build.$with("paid").as(insertingPayment(build).returning({ id: payments.id }));
  return sellingTickets(build.with(confirmed, moved, entry, paid))
    .returning({
      ...changeColumns,
      isConfirmed: sql<boolean>`exists (select from ${confirmed})`,
      left: sql<number | null>`(select balance from ${moved})`,
    })
    .prepare("sell_and_charge");
});
