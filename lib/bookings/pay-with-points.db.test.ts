import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bookings } from "@/lib/db/schema/bookings";
import { pointHistories } from "@/lib/db/schema/points";
import { testDatabase } from "@/lib/testing/database";
import { expireBooking } from "@/lib/testing/expire";
import { aPayment, aPendingBooking, aPurchase, expectAuditClean, standingOf } from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { asStranger } from "@/lib/testing/stranger";
import { aFan } from "@/lib/testing/world";
import { cancelBooking } from "./cancel-booking";
import { payWithPoints } from "./pay-with-points";

const db = testDatabase();

describe("payWithPoints", () => {
  it("takes the points and sells the seats, together", async () => {
    const purchase = await aPurchase(db, { points: 50_000 });
    const input = aPayment(purchase.booking, { method: "points" });

    const outcome = await payWithPoints(db, purchase.fan, input);

    expect(outcome).toMatchObject({ status: "succeeded", bookingId: purchase.booking.id, paymentId: input.paymentId });
    expect(await standingOf(db, purchase)).toMatchObject({
      booking: "confirmed",
      payments: ["succeeded"],
      soldSeats: 2,
      balance: 30_000,
    });
    const used = and(eq(pointHistories.bookingId, purchase.booking.id), eq(pointHistories.type, "use"));
    expect(await db.select().from(pointHistories).where(used)).toMatchObject([
      { amount: -20_000, balanceAfter: 30_000 },
    ]);
    await expectAuditClean(db, purchase.schedule);
  });

  it("takes nothing when there are too few points, and says how many are missing", async () => {
    const purchase = await aPurchase(db, { points: 15_000 });

    const payment = payWithPoints(db, purchase.fan, aPayment(purchase.booking, { method: "points" }));

    await expect(payment).rejects.toMatchObject({
      code: "insufficient_points",
      details: { balance: 15_000, missing: 5_000 },
    });
    expect(await standingOf(db, purchase)).toMatchObject({ booking: "pending", payments: [], balance: 15_000 });
    await expectAuditClean(db, purchase.schedule);
  });

  it("spends 10,000 points on only one of two bookings of 6,000 and 5,000 that are paid at once", async () => {
    const six = await aPurchase(db, { points: 10_000, seatCount: 1, priceKrw: 6_000 });
    const other = await aPurchase(db, { seatCount: 1, priceKrw: 5_000 });
    const five = await aPendingBooking(db, six.fan, other.schedule, { seatCount: 1, firstSeat: 1 });

    const { won, lost } = await race([
      () => payWithPoints(db, six.fan, aPayment(six.booking, { method: "points" })),
      () => payWithPoints(db, six.fan, aPayment(five, { method: "points" })),
    ]);

    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ code: "insufficient_points" }]);
    const left = won[0]?.bookingId === six.booking.id ? 4_000 : 5_000;
    expect(await standingOf(db, six)).toMatchObject({ balance: left });
    await expectAuditClean(db, six.schedule, other.schedule);
  });

  it("takes the points once when one payment is sent fifty times at once", async () => {
    const purchase = await aPurchase(db, { points: 50_000 });
    const input = aPayment(purchase.booking, { method: "points" });

    const { won, lost } = await race(Array.from({ length: 50 }, () => () => payWithPoints(db, purchase.fan, input)));

    expect(lost).toEqual([]);
    const { bookingId, paymentId } = input;
    for (const outcome of won) expect(outcome).toMatchObject({ status: "succeeded", bookingId, paymentId });
    expect(won.filter((outcome) => outcome.changes.length > 0)).toHaveLength(1);
    expect(await standingOf(db, purchase)).toMatchObject({ payments: ["succeeded"], balance: 30_000 });
    await expectAuditClean(db, purchase.schedule);
  });

  it("confirms a booking that costs nothing without moving points, and cancels it the same way", async () => {
    const purchase = await aPurchase(db, { points: 0, priceKrw: 0 });

    await payWithPoints(db, purchase.fan, aPayment(purchase.booking, { method: "points" }));
    expect(await standingOf(db, purchase)).toMatchObject({
      booking: "confirmed",
      payments: ["succeeded"],
      soldSeats: 2,
    });
    await expectAuditClean(db, purchase.schedule);

    await cancelBooking(db, purchase.fan, { bookingId: purchase.booking.id });
    expect(await standingOf(db, purchase)).toMatchObject({ booking: "refunded", freeSeats: 4, balance: 0 });
    await expectAuditClean(db, purchase.schedule);
  });

  it("refuses a booking whose time is up, although no sweeper has been there", async () => {
    const purchase = await aPurchase(db);
    await expireBooking(db, purchase.booking.id);

    const late = payWithPoints(db, purchase.fan, aPayment(purchase.booking, { method: "points" }));

    await expect(late).rejects.toMatchObject({ code: "booking_expired" });
    expect(await standingOf(db, purchase)).toMatchObject({ payments: [], balance: 1_000_000 });
    await expectAuditClean(db, purchase.schedule);
  });

  // Guards the clock that is read after the locks: now() would still call the booking alive.
  it("refuses a booking whose time runs out while its row is locked by somebody else", async () => {
    const purchase = await aPurchase(db);
    const mine = eq(bookings.id, purchase.booking.id);
    let payment: Promise<unknown> = Promise.resolve();

    await asStranger(db, async ({ tx, untilWaiting }) => {
      await tx.select().from(bookings).where(mine).for("update");
      payment = payWithPoints(db, purchase.fan, aPayment(purchase.booking, { method: "points" }));
      payment.catch(() => {});
      await untilWaiting();
      await tx.update(bookings).set({ expiresAt: sql`clock_timestamp()` }).where(mine);
    });

    await expect(payment).rejects.toMatchObject({ code: "booking_expired" });
    expect(await standingOf(db, purchase)).toMatchObject({ payments: [], balance: 1_000_000 });
  });

  it("says already_paid for a second payment, and not_found to a stranger", async () => {
    const purchase = await aPurchase(db);
    await payWithPoints(db, purchase.fan, aPayment(purchase.booking, { method: "points" }));

    const again = payWithPoints(db, purchase.fan, aPayment(purchase.booking, { method: "points" }));
    await expect(again).rejects.toMatchObject({ code: "already_paid" });
    const stranger = payWithPoints(db, await aFan(db), aPayment(purchase.booking, { method: "points" }));
    await expect(stranger).rejects.toMatchObject({ code: "not_found" });

    await expectAuditClean(db, purchase.schedule);
  });

  it("says booking_not_payable once the booking is cancelled, even under the id that had paid it", async () => {
    const purchase = await aPurchase(db);
    const input = aPayment(purchase.booking, { method: "points" });
    await payWithPoints(db, purchase.fan, input);
    await cancelBooking(db, purchase.fan, { bookingId: purchase.booking.id });

    await expect(payWithPoints(db, purchase.fan, input)).rejects.toMatchObject({ code: "booking_not_payable" });
    const fresh = payWithPoints(db, purchase.fan, aPayment(purchase.booking, { method: "points" }));
    await expect(fresh).rejects.toMatchObject({ code: "booking_not_payable" });
    await expectAuditClean(db, purchase.schedule);
  });
});
