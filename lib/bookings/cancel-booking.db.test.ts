import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { pointAccounts } from "@/lib/db/schema/points";
import { cancelBookingSafely } from "@/lib/sales/cancel";
import { sweep } from "@/lib/sweeper/sweep";
import { testDatabase } from "@/lib/testing/database";
import { expireBooking } from "@/lib/testing/expire";
import { aPayment, aPurchase, expectAuditClean, lost, openSale, standingOf } from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { scratchDatabase } from "@/lib/testing/scratch-database";
import { asStranger } from "@/lib/testing/stranger";
import { aFan } from "@/lib/testing/world";
import { cancelBooking } from "./cancel-booking";
import { payByCard } from "./pay-by-card";
import { payWithPoints } from "./pay-with-points";

const db = testDatabase();
const BACK_TO_START = { soldSeats: 0, freeSeats: 4, balance: 1_000_000, cardKrw: 0 };

describe("cancelBooking", () => {
  it("gives up the seats of a booking that was not paid", async () => {
    const purchase = await aPurchase(db);
    const { services } = openSale(db);

    const answer = await cancelBookingSafely(services, purchase.fan, { bookingId: purchase.booking.id });

    expect(answer).toEqual({ bookingId: purchase.booking.id, status: "cancelled", refund: null });
    expect(await standingOf(db, purchase)).toMatchObject({ ...BACK_TO_START, booking: "cancelled", payments: [] });
    await expectAuditClean(db, purchase.schedule);
  });

  it("gives points and seats back together", async () => {
    const purchase = await aPurchase(db);
    const { services } = openSale(db);
    await payWithPoints(db, purchase.fan, aPayment(purchase.booking, { method: "points" }));

    const answer = await cancelBookingSafely(services, purchase.fan, { bookingId: purchase.booking.id });

    expect(answer).toMatchObject({ status: "refunded", refund: { method: "points", amountKrw: 20_000 } });
    expect(await standingOf(db, purchase)).toMatchObject({
      ...BACK_TO_START,
      booking: "refunded",
      payments: ["refunded: cancelled"],
    });
    await expectAuditClean(db, purchase.schedule);
  });

  it("gives a card's money back after the seats", async () => {
    const purchase = await aPurchase(db);
    const { services, gateway } = openSale(db);
    await payByCard(services, purchase.fan, aPayment(purchase.booking, { cardToken: "tok_approve" }));

    const answer = await cancelBookingSafely(services, purchase.fan, { bookingId: purchase.booking.id });
    await gateway.notified();

    expect(answer).toMatchObject({ status: "refunded", refund: { method: "card", amountKrw: 20_000 } });
    expect(await standingOf(db, purchase)).toMatchObject({
      ...BACK_TO_START,
      booking: "refunded",
      payments: ["refunded: cancelled"],
    });
    await expectAuditClean(db, purchase.schedule);
  });

  it.each([
    ["points", { method: "points" }],
    ["card", { cardToken: "tok_approve" }],
  ] as const)("refunds %s once when it is asked twice at once", async (_, means) => {
    const purchase = await aPurchase(db);
    const { services } = openSale(db, { notify: lost });
    const input = aPayment(purchase.booking, means);
    await (input.method === "card" ? payByCard(services, purchase.fan, input) : payWithPoints(db, purchase.fan, input));
    const cancel = () => cancelBookingSafely(services, purchase.fan, { bookingId: purchase.booking.id });

    const { won, lost: refused } = await race([cancel, cancel, cancel]);

    expect(refused).toEqual([]);
    for (const answer of won) expect(answer).toEqual(won[0]);
    expect(await standingOf(db, purchase)).toMatchObject({ ...BACK_TO_START, payments: ["refunded: cancelled"] });
    await expectAuditClean(db, purchase.schedule);
  });

  it.each([
    ["points", { method: "points" }],
    ["card", { cardToken: "tok_approve" }],
  ] as const)("agrees with a payment by %s at the same moment, whoever comes first", async (_, means) => {
    const { services } = openSale(db, { notify: lost });
    for (let round = 0; round < 10; round++) {
      const purchase = await aPurchase(db);
      const input = aPayment(purchase.booking, means);
      const pay = () =>
        input.method === "card" ? payByCard(services, purchase.fan, input) : payWithPoints(db, purchase.fan, input);
      const cancel = () => cancelBookingSafely(services, purchase.fan, { bookingId: purchase.booking.id });

      await race<unknown>(round % 2 ? [pay, cancel] : [cancel, pay]);

      const { booking, soldSeats, balance, cardKrw } = await standingOf(db, purchase);
      const paid = 1_000_000 - balance + cardKrw;
      expect({ booking, paid, soldSeats }).toEqual(
        booking === "confirmed" ? { booking, paid: 20_000, soldSeats: 2 } : { booking, paid: 0, soldSeats: 0 },
      );
      await expectAuditClean(db, purchase.schedule);
    }
  });

  it("waits for a charge whose fate is unknown", async () => {
    const purchase = await aPurchase(db);
    const { services } = openSale(db, { notify: lost });
    const input = aPayment(purchase.booking, { cardToken: "tok_timeout_before_charge" });
    await payByCard(services, purchase.fan, input, { gatewayTimeoutMs: 50 });

    const cancellation = cancelBooking(db, purchase.fan, { bookingId: purchase.booking.id });

    await expect(cancellation).rejects.toMatchObject({ code: "payment_in_progress" });
    expect(await standingOf(db, purchase)).toMatchObject({ booking: "pending", payments: ["processing"] });
  });

  it("refuses once the schedule has begun, once the booking has expired, and to a stranger", async () => {
    const begun = await aPurchase(db, { startsAt: new Date(Date.now() - 60_000) });
    await payWithPoints(db, begun.fan, aPayment(begun.booking, { method: "points" }));
    const expired = await aPurchase(db);
    await expireBooking(db, expired.booking.id);
    const untouched = await aPurchase(db);

    const tooLate = cancelBooking(db, begun.fan, { bookingId: begun.booking.id });
    await expect(tooLate).rejects.toMatchObject({ code: "booking_not_cancellable" });
    const gone = cancelBooking(db, expired.fan, { bookingId: expired.booking.id });
    await expect(gone).rejects.toMatchObject({ code: "booking_not_cancellable" });
    const stranger = cancelBooking(db, await aFan(db), { bookingId: untouched.booking.id });
    await expect(stranger).rejects.toMatchObject({ code: "not_found" });

    expect(await standingOf(db, begun)).toMatchObject({ booking: "confirmed", soldSeats: 2, balance: 980_000 });
    await expectAuditClean(db, begun.schedule, expired.schedule, untouched.schedule);
  });

  it("gives back neither points nor seats when its connection is killed in between", async () => {
    const purchase = await aPurchase(db);
    await payWithPoints(db, purchase.fan, aPayment(purchase.booking, { method: "points" }));
    let cancellation: Promise<unknown> = Promise.resolve();

    await asStranger(db, async ({ tx, untilWaiting }) => {
      // The seats are freed by now and the points are not: the account is locked by the stranger.
      await tx.select().from(pointAccounts).where(eq(pointAccounts.userId, purchase.fan.userId)).for("update");
      cancellation = cancelBooking(db, purchase.fan, { bookingId: purchase.booking.id });
      cancellation.catch(() => {});
      const [pid] = await untilWaiting();
      await db.execute(sql`select pg_terminate_backend(${pid})`);
    });

    await expect(cancellation).rejects.toMatchObject({ code: "read_only" });
    expect(await standingOf(db, purchase)).toMatchObject({ booking: "confirmed", soldSeats: 2, balance: 980_000 });
    await expectAuditClean(db, purchase.schedule);
    await cancelBooking(db, purchase.fan, { bookingId: purchase.booking.id });
    expect(await standingOf(db, purchase)).toMatchObject({ ...BACK_TO_START, booking: "refunded" });
    await expectAuditClean(db, purchase.schedule);
  });
});

describe("a refund that the gateway does not take", () => {
  it("is owed, and completed by the sweeper", async () => {
    const scratch = await scratchDatabase();
    const purchase = await aPurchase(scratch);
    const { services, gateway } = openSale(scratch, { notify: lost });
    await payByCard(services, purchase.fan, aPayment(purchase.booking, { cardToken: "tok_approve" }));
    const down = { ...services, gateway: { ...gateway, refund: () => Promise.reject(new Error("down")) } };

    const answer = await cancelBookingSafely(down, purchase.fan, { bookingId: purchase.booking.id });

    expect(answer).toMatchObject({ status: "cancelled", refund: { method: "card", amountKrw: 20_000 } });
    const owed = { soldSeats: 0, freeSeats: 4, booking: "cancelled", payments: ["refund_due: cancelled"] };
    expect(await standingOf(scratch, purchase)).toMatchObject({ ...owed, cardKrw: 20_000 });
    await expectAuditClean(scratch, purchase.schedule);

    expect(await sweep(down)).toMatchObject({ refunds: 0, failedSteps: [] });
    expect(await standingOf(scratch, purchase)).toMatchObject(owed);
    expect(await sweep(services)).toMatchObject({ refunds: 1 });

    expect(await standingOf(scratch, purchase)).toMatchObject({
      ...BACK_TO_START,
      booking: "refunded",
      payments: ["refunded: cancelled"],
    });
    await expectAuditClean(scratch, purchase.schedule);
  });
});
