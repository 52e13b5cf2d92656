import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "@/lib/audit/audit";
import { pointCharges, pointHistories } from "@/lib/db/schema/points";
import { testGatewayCharges } from "@/lib/db/schema/test-gateway";
import type { Actor } from "@/lib/kernel/actor";
import { GatewayUnreachableError } from "@/lib/payments/gateway";
import { chargePointsSafely } from "@/lib/sales/charge";
import { settings } from "@/lib/settings";
import { testDatabase } from "@/lib/testing/database";
import { lost, openSale } from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { testRedis } from "@/lib/testing/redis";
import { aFan } from "@/lib/testing/world";
import { chargePoints } from "./charge-points";
import type { ChargePointsInput } from "./schema";
import { settlePointCharge } from "./settle-point-charge";

const db = testDatabase();
const BRIEFLY = { gatewayTimeoutMs: 100, pointBalanceMax: settings.pointBalanceMax };
const aCharge = (cardToken: string): ChargePointsInput => ({ chargeId: randomUUID(), amountKrw: 30_000, cardToken });

async function standingOf(fan: Actor, { chargeId }: ChargePointsInput) {
  const [charge] = await db.select().from(pointCharges).where(eq(pointCharges.id, chargeId));
  const entries = await db.select().from(pointHistories).where(eq(pointHistories.userId, fan.userId));
  const [card] = await db.select().from(testGatewayCharges).where(eq(testGatewayCharges.idempotencyKey, chargeId));
  const cardKrw = card?.status === "approved" ? card.amountKrw - card.refundedKrw : 0;
  return { status: charge?.status, points: entries.reduce((sum, entry) => sum + entry.amount, 0), cardKrw };
}

const expectAuditClean = async (fan: Actor) => expect(await audit(db, { userIds: [fan.userId] })).toEqual([]);

describe("chargePoints", () => {
  it("turns a card charge into points", async () => {
    const fan = await aFan(db);
    const { services, gateway } = openSale(db);
    const input = aCharge("tok_approve");

    const outcome = await chargePoints(services, fan, input);
    await gateway.notified();

    expect(outcome).toEqual({ status: "succeeded", chargeId: input.chargeId, balance: 30_000 });
    expect(await standingOf(fan, input)).toEqual({ status: "succeeded", points: 30_000, cardKrw: 30_000 });
    await expectAuditClean(fan);
  });

  it.each(["tok_approve", "tok_slow", "tok_duplicate_notification"])(
    "credits once when one %s charge is sent twenty times at once",
    async (cardToken) => {
      const fan = await aFan(db);
      const { services, gateway } = openSale(db, { redis: testRedis() });
      const input = aCharge(cardToken);

      const { won, lost: refused } = await race(
        Array.from({ length: 20 }, () => () => chargePointsSafely(services, fan, input)),
      );
      await gateway.notified();

      expect(refused).toEqual([]);
      for (const outcome of won) expect(outcome).toEqual({ ...outcome, status: "succeeded", balance: 30_000 });
      expect(await standingOf(fan, input)).toEqual({ status: "succeeded", points: 30_000, cardKrw: 30_000 });
      await expectAuditClean(fan);
    },
  );

  it("credits nothing when the card is declined", async () => {
    const fan = await aFan(db);
    const { services, gateway } = openSale(db);
    const input = aCharge("tok_decline_funds");

    const charge = chargePoints(services, fan, input);
    await expect(charge).rejects.toMatchObject({ code: "card_declined", details: { reason: "insufficient_funds" } });
    await gateway.notified();

    expect(await standingOf(fan, input)).toEqual({ status: "declined", points: 0, cardKrw: 0 });
    await expectAuditClean(fan);
  });

  it("says processing when the answer is lost, and the notification credits the points", async () => {
    const fan = await aFan(db);
    const { services, gateway } = openSale(db);
    const input = aCharge("tok_timeout_after_charge");

    await expect(chargePoints(services, fan, input, BRIEFLY)).resolves.toMatchObject({
      status: "processing",
      balance: 0,
    });
    await gateway.notified();

    await expect(chargePoints(services, fan, input)).resolves.toMatchObject({ status: "succeeded", balance: 30_000 });
    expect(await standingOf(fan, input)).toEqual({ status: "succeeded", points: 30_000, cardKrw: 30_000 });
    await expectAuditClean(fan);
  });

  it("refunds a charge that went through after it was given up", async () => {
    const fan = await aFan(db);
    const { services, gateway } = openSale(db, { notify: lost });
    const input = aCharge("tok_timeout_after_charge");
    await chargePoints(services, fan, input, BRIEFLY);
    await settlePointCharge(services, input.chargeId, { status: "given_up", reason: "no_answer" });
    await expect(chargePoints(services, fan, input)).rejects.toMatchObject({ code: "gateway_unavailable" });

    const charge = await gateway.find(input.chargeId);
    if (!charge) throw new Error("the card was charged");
    await settlePointCharge(services, input.chargeId, charge);

    expect(await standingOf(fan, input)).toEqual({ status: "refunded", points: 0, cardKrw: 0 });
    await expect(chargePoints(services, fan, input)).rejects.toMatchObject({ code: "payment_refunded" });
    await expectAuditClean(fan);
  });

  it("charges nothing above the limit, and refunds what reached it by another way meanwhile", async () => {
    const fan = await aFan(db, { points: settings.pointBalanceMax - 40_000 });
    const { services } = openSale(db, { notify: lost });
    const [first, second] = [aCharge("tok_slow"), aCharge("tok_slow")];

    const { won, lost: refused } = await race([
      () => chargePoints(services, fan, first),
      () => chargePoints(services, fan, second),
    ]);

    expect(won).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "point_limit_exceeded" }]);
    const third = chargePoints(services, fan, aCharge("tok_approve"));
    await expect(third).rejects.toMatchObject({ code: "point_limit_exceeded" });
    const kept = [await standingOf(fan, first), await standingOf(fan, second)].map((charge) => charge.cardKrw);
    expect(kept.reduce((sum, krw) => sum + krw, 0)).toBe(30_000);
    await expectAuditClean(fan);
  });

  it("says so when the gateway cannot be reached", async () => {
    const fan = await aFan(db);
    const charge = () => Promise.reject(new GatewayUnreachableError("connection refused"));
    const { services } = openSale(db, { gateway: () => ({ charge }) });
    const input = aCharge("tok_approve");

    await expect(chargePoints(services, fan, input)).rejects.toMatchObject({ code: "gateway_unavailable" });

    expect(await standingOf(fan, input)).toEqual({ status: "declined", points: 0, cardKrw: 0 });
  });

  it("refuses an id that stands for another charge", async () => {
    const [fan, other] = [await aFan(db), await aFan(db)];
    const { services } = openSale(db, { notify: lost });
    const input = aCharge("tok_approve");
    await chargePoints(services, fan, input);

    await expect(chargePoints(services, other, input)).rejects.toMatchObject({ code: "id_reused" });
    const dearer = chargePoints(services, fan, { ...input, amountKrw: 40_000 });
    await expect(dearer).rejects.toMatchObject({ code: "id_reused" });
    await expectAuditClean(fan);
  });
});
