import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bookings } from "@/lib/db/schema/bookings";
import { payments } from "@/lib/db/schema/payments";
import { testDatabase } from "@/lib/testing/database";
import { expireBooking } from "@/lib/testing/expire";
import {
  aPayment,
  aPendingBooking,
  aPurchase,
  expectAuditClean,
  lost,
  openSale,
  type Purchase,
  standingOf,
} from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { asStranger } from "@/lib/testing/stranger";
import { aFan } from "@/lib/testing/world";
import { payByCard } from "./pay-by-card";
import { payWithPoints } from "./pay-with-points";
import { settleCardPayment } from "./settle-card-payment";

const db = testDatabase();

/** A sale whose gateway charges the card, then lets `meanwhile` happen before it answers. */
function openSaleWhere(meanwhile: () => Promise<unknown>) {
  return openSale(db, {
    notify: lost,
    gateway: (gateway) => ({
      charge: async (request) => {
        const charge = await gateway.charge(request);
        await meanwhile();
        return charge;
      },
    }),
  });
}

const byCard = (purchase: Purchase) => aPayment(purchase.booking, { cardToken: "tok_approve" });

describe("a charge that comes too late", () => {
  it("is refunded by itself, and the seats are free", async () => {
    const purchase = await aPurchase(db);
    const { services } = openSaleWhere(() => expireBooking(db, purchase.booking.id));
    const input = byCard(purchase);

    const payment = payByCard(services, purchase.fan, input);
    await expect(payment).rejects.toMatchObject({ code: "payment_refunded", details: { reason: "booking_expired" } });

    expect(await standingOf(db, purchase)).toMatchObject({
      payments: ["refunded: booking_expired"],
      soldSeats: 0,
      cardKrw: 0,
    });
    await expect(payByCard(services, purchase.fan, input)).rejects.toMatchObject({ code: "payment_refunded" });
    const next = await aPendingBooking(db, await aFan(db), purchase.schedule);
    expect(next.status).toBe("pending");
    await expectAuditClean(db, purchase.schedule);
  });

  // Guards the clock that is read after the locks: now() stood still before the time was up.
  it("is refunded when the time is up while the settlement waits for the booking's row", async () => {
    const purchase = await aPurchase(db);
    const { services } = openSale(db, { notify: lost });
    let payment: Promise<unknown> = Promise.resolve();

    await asStranger(db, async ({ tx, untilWaiting }) => {
      const charging = openSaleWhere(async () => {
        // The attempt is committed by now, so the stranger can stand between it and its settlement.
        await tx.select().from(bookings).where(eq(bookings.id, purchase.booking.id)).for("update");
      });
      payment = payByCard({ ...services, gateway: charging.services.gateway }, purchase.fan, byCard(purchase));
      payment.catch(() => {});
      await untilWaiting();
      await tx.update(bookings).set({ expiresAt: sql`clock_timestamp()` }).where(eq(bookings.id, purchase.booking.id));
    });

    await expect(payment).rejects.toMatchObject({ code: "payment_refunded" });
    expect(await standingOf(db, purchase)).toMatchObject({ payments: ["refunded: booking_expired"], cardKrw: 0 });
    await expectAuditClean(db, purchase.schedule);
  });

  it("is refunded when another fan has taken the seats over, who keeps them", async () => {
    const purchase = await aPurchase(db);
    const other = await aFan(db, { points: 50_000 });
    const { services } = openSaleWhere(async () => {
      await expireBooking(db, purchase.booking.id);
      const booking = await aPendingBooking(db, other, purchase.schedule, { seatCount: 1 });
      await payWithPoints(db, other, aPayment(booking, { method: "points" }));
    });

    await expect(payByCard(services, purchase.fan, byCard(purchase))).rejects.toMatchObject({
      code: "payment_refunded",
    });

    expect(await standingOf(db, purchase)).toMatchObject({
      payments: [expect.stringMatching(/^refunded/)],
      soldSeats: 0,
      cardKrw: 0,
    });
    await expectAuditClean(db, purchase.schedule);
  });

  it("is refunded when the seats are gone although the booking's own time is not up", async () => {
    const purchase = await aPurchase(db);
    const { services } = openSaleWhere(async () => {
      await expireBooking(db, purchase.booking.id);
      await aPendingBooking(db, await aFan(db), purchase.schedule, { seatCount: 1 });
      const anHourOn = new Date(Date.now() + 3_600_000);
      await db.update(bookings).set({ expiresAt: anHourOn }).where(eq(bookings.id, purchase.booking.id));
    });

    await expect(payByCard(services, purchase.fan, byCard(purchase))).rejects.toMatchObject({
      code: "payment_refunded",
      details: { reason: "seats_lost" },
    });
    expect(await standingOf(db, purchase)).toMatchObject({ soldSeats: 0, cardKrw: 0 });
  });

  it("is owed while the gateway takes no refund", async () => {
    const purchase = await aPurchase(db);
    const { services } = openSale(db, {
      notify: lost,
      gateway: (gateway) => ({
        charge: async (request) => {
          const charge = await gateway.charge(request);
          await expireBooking(db, purchase.booking.id);
          return charge;
        },
        refund: async () => {
          throw new Error("gateway down");
        },
      }),
    });

    await expect(payByCard(services, purchase.fan, byCard(purchase))).rejects.toMatchObject({
      code: "payment_refunded",
    });

    expect(await standingOf(db, purchase)).toMatchObject({
      payments: ["refund_due: booking_expired"],
      soldSeats: 0,
      cardKrw: 20_000,
    });
    await expectAuditClean(db, purchase.schedule);
  });

  it("is refunded when it was given up before, and the next payment stands", async () => {
    const purchase = await aPurchase(db);
    const { services, gateway } = openSale(db, { notify: lost });
    const first = aPayment(purchase.booking, { cardToken: "tok_timeout_before_charge" });
    await payByCard(services, purchase.fan, first, { gatewayTimeoutMs: 50 });
    await settleCardPayment(services, first.paymentId, { status: "given_up", reason: "no_answer" });
    await expect(payByCard(services, purchase.fan, first)).rejects.toMatchObject({ code: "gateway_unavailable" });
    await payByCard(services, purchase.fan, byCard(purchase));

    const late = await gateway.charge({
      idempotencyKey: first.paymentId,
      amountKrw: 20_000,
      cardToken: "tok_approve",
      signal: new AbortController().signal,
    });
    await settleCardPayment(services, first.paymentId, late);

    expect(await standingOf(db, purchase)).toMatchObject({
      booking: "confirmed",
      payments: ["refunded: charged_after_giving_up", "succeeded"],
      cardKrw: 20_000,
    });
    await expectAuditClean(db, purchase.schedule);
  });
});

describe("settleCardPayment", () => {
  it("settles once when answer, notifications and sweeper tell it at the same moment", async () => {
    const purchase = await aPurchase(db);
    const { services, gateway } = openSale(db, { notify: lost });
    const input = aPayment(purchase.booking, { cardToken: "tok_timeout_after_charge" });
    await payByCard(services, purchase.fan, input, { gatewayTimeoutMs: 50 });
    const charge = await gateway.find(input.paymentId);
    if (!charge) throw new Error("the card was charged");

    const { won, lost: failed } = await race(
      Array.from({ length: 20 }, () => () => settleCardPayment(services, input.paymentId, charge)),
    );

    expect(failed).toEqual([]);
    for (const payment of won) expect(payment?.status).toBe("succeeded");
    expect(await standingOf(db, purchase)).toMatchObject({ booking: "confirmed", soldSeats: 2, cardKrw: 20_000 });
    await expectAuditClean(db, purchase.schedule);
  });

  it("refunds a charge of another amount than was asked for", async () => {
    const purchase = await aPurchase(db);
    const { services, gateway } = openSale(db, { notify: lost });
    const input = aPayment(purchase.booking, { cardToken: "tok_timeout_after_charge" });
    await payByCard(services, purchase.fan, input, { gatewayTimeoutMs: 50 });
    const charge = await gateway.find(input.paymentId);
    if (charge?.status !== "approved") throw new Error("the card was charged");

    const settled = await settleCardPayment(services, input.paymentId, { ...charge, amountKrw: 1 });

    expect(settled).toMatchObject({ status: "refunded", reason: "amount_mismatch" });
    expect(await standingOf(db, purchase)).toMatchObject({ booking: "pending", cardKrw: 0 });
    await expectAuditClean(db, purchase.schedule);
  });

  it("knows nothing of a payment that is not there", async () => {
    const { services } = openSale(db);

    const nobodys = "01a0a5ea-6351-474c-8be0-354f55e4f231";
    expect(await settleCardPayment(services, nobodys, { status: "given_up", reason: "no_answer" })).toBeNull();
    expect(await db.select().from(payments).where(eq(payments.id, nobodys))).toEqual([]);
  });
});
