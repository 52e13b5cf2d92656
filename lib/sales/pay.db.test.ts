import { describe, expect, it } from "vitest";
import { lockKeys, withLock } from "@/lib/redis/lock";
import { readAvailability } from "@/lib/seats/availability";
import { settings } from "@/lib/settings";
import { testDatabase } from "@/lib/testing/database";
import { aPayment, aPurchase, expectAuditClean, openSale, standingOf } from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { aFan } from "@/lib/testing/world";
import { cancelBookingSafely } from "./cancel";
import { payBookingSafely } from "./pay";

const db = testDatabase();
const redis = testRedis();
const MEANS = [
  ["points", { method: "points" }],
  ["card", { cardToken: "tok_approve" }],
] as const;

describe("payBookingSafely", () => {
  it.each(MEANS)(
    "shows the seats sold at once after a payment by %s, and free after its cancellation",
    async (_, means) => {
      const { services, gateway } = openSale(db, { redis });
      const purchase = await aPurchase(db);
      const { scheduleId } = purchase.schedule;
      expect((await readAvailability(services, scheduleId)).statuses).toBe("1100");

      await payBookingSafely(services, purchase.fan, aPayment(purchase.booking, means));
      expect((await readAvailability(services, scheduleId)).statuses).toBe("2200");
      await cancelBookingSafely(services, purchase.fan, { bookingId: purchase.booking.id });
      expect((await readAvailability(services, scheduleId)).statuses).toBe("0000");

      await gateway.notified();
      await expectAuditClean(db, purchase.schedule);
    },
  );

  it.each([
    ["with Redis", redis],
    ["without Redis", absentRedis],
  ])("charges once %s when fifty tabs pay at once", async (_, redisOrNone) => {
    const { services, gateway } = openSale(db, { redis: redisOrNone });
    const purchase = await aPurchase(db);

    const { won, lost } = await race(
      Array.from({ length: 50 }, (_, tab) => () => {
        const input = aPayment(purchase.booking, tab % 2 ? { method: "points" } : { cardToken: "tok_approve" });
        return payBookingSafely(services, purchase.fan, input);
      }),
    );
    await gateway.notified();

    expect(won).toHaveLength(1);
    const codes = lost.map((reason) => (reason as { code?: string }).code);
    expect(codes.filter((code) => code !== "already_paid" && code !== "payment_in_progress")).toEqual([]);
    const standing = await standingOf(db, purchase);
    expect(standing.cardKrw + 1_000_000 - standing.balance).toBe(20_000);
    await expectAuditClean(db, purchase.schedule);
  });

  it("confirms a booking that costs nothing without asking the card company", async () => {
    const charge = () => Promise.reject(new Error("nobody should be asked"));
    const { services } = openSale(db, { redis, gateway: () => ({ charge }) });
    const purchase = await aPurchase(db, { priceKrw: 0, points: 0 });

    const outcome = await payBookingSafely(services, purchase.fan, aPayment(purchase.booking, { cardToken: "tok_x" }));

    expect(outcome.status).toBe("succeeded");
    await expectAuditClean(db, purchase.schedule);
  });

  it("refuses at once while somebody else has the lock", async () => {
    const { services } = openSale(db, { redis });
    const purchase = await aPurchase(db);
    const lock = {
      kind: "payment",
      keys: [lockKeys.payment(purchase.booking.id)],
      ownerId: "a stranger",
      leaseMs: settings.lockLeaseMs,
      refusal: "payment_in_progress",
    } as const;

    await withLock(redis, lock, async () => {
      const payment = payBookingSafely(services, purchase.fan, aPayment(purchase.booking, { method: "points" }));
      await expect(payment).rejects.toMatchObject({ code: "payment_in_progress" });
      const cancellation = cancelBookingSafely(services, purchase.fan, { bookingId: purchase.booking.id });
      await expect(cancellation).rejects.toMatchObject({ code: "payment_in_progress" });
    });

    expect(await standingOf(db, purchase)).toMatchObject({ booking: "pending", payments: [] });
  });

  it("knows nothing of another fan's booking", async () => {
    const { services } = openSale(db, { redis });
    const purchase = await aPurchase(db);

    const payment = payBookingSafely(services, await aFan(db), aPayment(purchase.booking, { method: "points" }));

    await expect(payment).rejects.toMatchObject({ code: "not_found" });
  });
});
