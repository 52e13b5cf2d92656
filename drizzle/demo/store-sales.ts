import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { bookingSeats, bookings } from "@/lib/db/schema/bookings";
import type { GradeCode } from "@/lib/db/schema/catalog";
import { payments } from "@/lib/db/schema/payments";
import { pointAccounts, pointCharges, pointHistories } from "@/lib/db/schema/points";
import { testGatewayCharges } from "@/lib/db/schema/test-gateway";
import { TEST_REFERENCE_PREFIX } from "@/lib/payments/test-gateway";
import type { LedgerEntry } from "./ledger";
import { DEMO_FANS, DEMO_OWNER } from "./people";
import { type DemoBooking, PAYMENT_TIME_MS } from "./sales";

const ROWS_PER_INSERT = 500;

const referenceOf = (chargeId: string) => `${TEST_REFERENCE_PREFIX}${chargeId}`;
const userIdOf = (fan: number) => DEMO_FANS[fan]!.userId;

/** Bookings, their seats and payments, and the tickets they sold. */
export async function storeBookings(tx: Tx, sold: readonly DemoBooking[]): Promise<void> {
  for (const batch of batches(sold)) {
    await tx.insert(bookings).values(
      batch.map((booking) => ({
        id: booking.bookingId,
        number: booking.number,
        userId: userIdOf(booking.fan),
        scheduleId: booking.scheduleId,
        status: booking.outcome,
        totalKrw: booking.totalKrw,
        receiptMethod: booking.receiptMethod,
        createdAt: booking.createdAt,
        expiresAt: new Date(+booking.createdAt + PAYMENT_TIME_MS),
        confirmedAt: booking.outcome === "expired" ? null : booking.decidedAt,
        endedAt: booking.outcome === "expired" ? booking.decidedAt : booking.refundedAt,
      })),
    );
  }
  const seats = sold.flatMap((booking) => booking.seats.map((seat) => ({ booking, seat })));
  for (const batch of batches(seats)) {
    await tx.insert(bookingSeats).values(
      batch.map(({ booking, seat }) => ({
        bookingId: booking.bookingId,
        ticketId: seat.ticketId,
        grade: seat.grade as GradeCode,
        priceKrw: seat.priceKrw,
        live: booking.outcome === "confirmed",
      })),
    );
  }
  for (const batch of batches(sold.filter((booking) => booking.outcome !== "expired"))) {
    await tx.insert(payments).values(
      batch.map((booking) => ({
        id: booking.paymentId,
        bookingId: booking.bookingId,
        userId: userIdOf(booking.fan),
        method: "points" as const,
        amountKrw: booking.totalKrw,
        status: booking.refundedAt ? ("refunded" as const) : ("succeeded" as const),
        reason: booking.refundedAt ? "cancelled" : null,
        createdAt: booking.decidedAt,
        settledAt: booking.decidedAt,
        refundedAt: booking.refundedAt,
      })),
    );
  }
  const confirmed = seats.filter(({ booking }) => booking.outcome === "confirmed");
  const tickets = confirmed.map(({ booking, seat }) => ({ id: seat.ticketId, booking_id: booking.bookingId }));
  await tx.execute(sql`
    update tickets set status = 'sold', booking_id = sale.booking_id
      from json_to_recordset(${JSON.stringify(tickets)}::json) as sale(id bigint, booking_id uuid)
     where tickets.id = sale.id`);
}

/** Balances, the ledger that explains them, and the card charges behind the points that were bought. */
export async function storeLedger(tx: Tx, ledger: readonly LedgerEntry[]): Promise<void> {
  const balances = new Map(ledger.map((entry) => [userIdOf(entry.fan), entry.balanceAfter]));
  await tx
    .insert(pointAccounts)
    .values([
      ...[...balances].map(([userId, balance]) => ({ userId, balance })),
      { userId: DEMO_OWNER.userId, balance: 0 },
    ]);
  for (const batch of batches(ledger)) {
    await tx.insert(pointHistories).values(
      batch.map(({ fan, type, amount, balanceAfter, bookingId, chargeId, at }) => ({
        userId: userIdOf(fan),
        type,
        amount,
        balanceAfter,
        bookingId,
        chargeId,
        createdAt: at,
      })),
    );
  }
  const charges = ledger.flatMap(({ fan, amount, at, chargeId }) => (chargeId ? [{ fan, amount, at, chargeId }] : []));
  for (const batch of batches(charges)) {
    await tx.insert(pointCharges).values(
      batch.map(({ fan, amount, at, chargeId }) => ({
        id: chargeId,
        userId: userIdOf(fan),
        amountKrw: amount,
        status: "succeeded" as const,
        gatewayReference: referenceOf(chargeId),
        createdAt: at,
        settledAt: at,
      })),
    );
    await tx.insert(testGatewayCharges).values(
      batch.map(({ amount, at, chargeId }) => ({
        reference: referenceOf(chargeId),
        idempotencyKey: chargeId,
        amountKrw: amount,
        status: "approved" as const,
        createdAt: at,
      })),
    );
  }
}

function batches<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_PER_INSERT);
  return Array.from({ length: count }, (_, i) => rows.slice(i * ROWS_PER_INSERT, (i + 1) * ROWS_PER_INSERT));
}
