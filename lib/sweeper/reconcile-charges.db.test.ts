import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "@/lib/audit/audit";
import { payByCard } from "@/lib/bookings/pay-by-card";
import { payments } from "@/lib/db/schema/payments";
import { pointCharges } from "@/lib/db/schema/points";
import { chargePoints } from "@/lib/points/charge-points";
import { settings } from "@/lib/settings";
import { aPayment, aPurchase, lost, openSale, standingOf } from "@/lib/testing/payments-world";
import { scratchDatabase } from "@/lib/testing/scratch-database";
import { aFan } from "@/lib/testing/world";
import { reconcileCharges } from "./reconcile-charges";

const db = await scratchDatabase();
const BRIEFLY = { gatewayTimeoutMs: 50, pointBalanceMax: settings.pointBalanceMax };
const LIMITS = { gatewayTimeoutMs: 1_000 };

/** Lets a payment, or a charge of points, have been made this long ago. */
async function letBeOld(id: string, seconds: number): Promise<void> {
  const createdAt = sql`clock_timestamp() - make_interval(secs => ${seconds})`;
  await db.update(payments).set({ createdAt }).where(eq(payments.id, id));
  await db.update(pointCharges).set({ createdAt }).where(eq(pointCharges.id, id));
}

/** A fan whose card was charged, or not, without anybody hearing of it. */
async function anUnansweredPayment(cardToken: string) {
  const purchase = await aPurchase(db);
  const { services, gateway } = openSale(db, { notify: lost });
  const input = aPayment(purchase.booking, { cardToken });
  await payByCard(services, purchase.fan, input, BRIEFLY);
  return { purchase, services, gateway, paymentId: input.paymentId };
}

describe("reconcileCharges", () => {
  it("sells the seats of a charge whose answer and notification were lost", async () => {
    const { purchase, services, paymentId } = await anUnansweredPayment("tok_timeout_after_charge");
    await letBeOld(paymentId, 2);

    expect(await reconcileCharges(services, LIMITS)).toEqual({ settled: 1, refunded: 0 });

    expect(await standingOf(db, purchase)).toMatchObject({ booking: "confirmed", soldSeats: 2, cardKrw: 20_000 });
    expect(await audit(db)).toEqual([]);
  });

  it("gives up a charge that the gateway never saw, but not before three timeouts", async () => {
    const { purchase, services, paymentId } = await anUnansweredPayment("tok_timeout_before_charge");

    expect(await reconcileCharges(services, LIMITS)).toMatchObject({ settled: 0 });
    await letBeOld(paymentId, 2);
    expect(await reconcileCharges(services, LIMITS)).toMatchObject({ settled: 0 });
    expect(await standingOf(db, purchase)).toMatchObject({ payments: ["processing"] });
    await letBeOld(paymentId, 4);
    expect(await reconcileCharges(services, LIMITS)).toMatchObject({ settled: 1 });

    expect(await standingOf(db, purchase)).toMatchObject({ booking: "pending", payments: ["declined: no_answer"] });
    await payByCard(services, purchase.fan, aPayment(purchase.booking, { cardToken: "tok_approve" }));
    expect(await standingOf(db, purchase)).toMatchObject({ booking: "confirmed", cardKrw: 20_000 });
    expect(await audit(db)).toEqual([]);
  });

  it("takes a second look later, and refunds what went through after all", async () => {
    const { purchase, services, gateway, paymentId } = await anUnansweredPayment("tok_timeout_before_charge");
    await letBeOld(paymentId, 4);
    await reconcileCharges(services, LIMITS);
    const { signal } = new AbortController();
    await gateway.charge({ idempotencyKey: paymentId, amountKrw: 20_000, cardToken: "tok_approve", signal });
    expect(await reconcileCharges(services, LIMITS)).toEqual({ settled: 0, refunded: 0 });

    const anHourAgo = sql`clock_timestamp() - interval '1 hour'`;
    await db.update(payments).set({ settledAt: anHourAgo }).where(eq(payments.id, paymentId));
    expect(await reconcileCharges(services, LIMITS)).toMatchObject({ settled: 1 });

    expect(await standingOf(db, purchase)).toMatchObject({
      payments: ["refunded: charged_after_giving_up"],
      soldSeats: 0,
      cardKrw: 0,
    });
    expect(await audit(db)).toEqual([]);
  });

  it("asks only once more for a charge that never came", async () => {
    const { purchase, services, paymentId } = await anUnansweredPayment("tok_timeout_before_charge");
    await letBeOld(paymentId, 4);
    await reconcileCharges(services, LIMITS);
    const anHourAgo = sql`clock_timestamp() - interval '1 hour'`;
    await db.update(payments).set({ settledAt: anHourAgo }).where(eq(payments.id, paymentId));

    expect(await reconcileCharges(services, LIMITS)).toMatchObject({ settled: 1 });
    expect(await standingOf(db, purchase)).toMatchObject({ payments: ["declined: never_charged"] });
    await db.update(payments).set({ settledAt: anHourAgo }).where(eq(payments.id, paymentId));
    expect(await reconcileCharges(services, LIMITS)).toMatchObject({ settled: 0 });
  });

  it("credits points whose charge was not answered, and refunds those owed", async () => {
    const fan = await aFan(db);
    const { services } = openSale(db, { notify: lost });
    const input = { chargeId: randomUUID(), amountKrw: 30_000, cardToken: "tok_timeout_after_charge" };
    await chargePoints(services, fan, input, BRIEFLY);
    await letBeOld(input.chargeId, 2);

    expect(await reconcileCharges(services, LIMITS)).toMatchObject({ settled: 1 });

    await expect(chargePoints(services, fan, input)).resolves.toMatchObject({ status: "succeeded", balance: 30_000 });
    expect(await audit(db)).toEqual([]);
  });

  it("leaves everything for the next run while the gateway is away", async () => {
    const { purchase, services, paymentId } = await anUnansweredPayment("tok_timeout_after_charge");
    await letBeOld(paymentId, 4);
    const find = () => Promise.reject(new Error("gateway down"));

    const away = await reconcileCharges({ ...services, gateway: { ...services.gateway, find } }, LIMITS);

    expect(away).toEqual({ settled: 0, refunded: 0 });
    expect(await standingOf(db, purchase)).toMatchObject({ payments: ["processing"] });
    expect(await reconcileCharges(services, LIMITS)).toMatchObject({ settled: 1 });
    expect(await audit(db)).toEqual([]);
  });
});
