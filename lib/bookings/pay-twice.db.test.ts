import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "@/lib/audit/audit";
import { bookings } from "@/lib/db/schema/bookings";
import { payments } from "@/lib/db/schema/payments";
import { testGatewayCharges } from "@/lib/db/schema/test-gateway";
import type { Actor } from "@/lib/kernel/actor";
import { postPoints } from "@/lib/points/post-points";
import { findBalance } from "@/lib/points/queries";
import { testDatabase } from "@/lib/testing/database";
import { aGate } from "@/lib/testing/gate";
import { aPayment, aPurchase, expectAuditClean, openSale, standingOf } from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { scratchDatabase } from "@/lib/testing/scratch-database";
import type { Booking } from "./booking";
import { payByCard } from "./pay-by-card";
import { payWithPoints } from "./pay-with-points";
import type { PayBookingInput } from "./payment-schema";

const db = testDatabase();
const scratch = await scratchDatabase();

const REFUSED = expect.stringMatching(/^(already_paid|payment_in_progress)$/);

describe("two payments of one booking at once", () => {
  const { services, gateway } = openSale(db);
  const pay = (fan: Actor, input: PayBookingInput) =>
    input.method === "card" ? payByCard(services, fan, input) : payWithPoints(db, fan, input);

  it.each([
    ["points and points", [{ method: "points" }, { method: "points" }]],
    ["card and card", [{ cardToken: "tok_approve" }, { cardToken: "tok_approve" }]],
    ["points and card", [{ method: "points" }, { cardToken: "tok_approve" }]],
    ["card and points", [{ cardToken: "tok_slow" }, { method: "points" }]],
  ] as const)("charge once by %s", async (_, means) => {
    const purchase = await aPurchase(db);

    const { won, lost } = await race(means.map((mean) => () => pay(purchase.fan, aPayment(purchase.booking, mean))));
    await gateway.notified();

    expect(won).toMatchObject([{ status: "succeeded" }]);
    expect(lost).toMatchObject([{ code: REFUSED }]);
    const standing = await standingOf(db, purchase);
    expect(standing).toMatchObject({ booking: "confirmed", payments: ["succeeded"], soldSeats: 2 });
    expect(standing.cardKrw + 1_000_000 - standing.balance).toBe(20_000);
    await expectAuditClean(db, purchase.schedule);
  });

  it("charge once when twenty come from as many tabs", async () => {
    const purchase = await aPurchase(db);
    const contenders = Array.from({ length: 20 }, (_, i) => () => {
      return pay(purchase.fan, aPayment(purchase.booking, i % 2 ? { method: "points" } : { cardToken: "tok_approve" }));
    });

    const { won, lost } = await race(contenders);
    await gateway.notified();

    expect(won).toHaveLength(1);
    for (const reason of lost) expect(reason).toMatchObject({ code: REFUSED });
    await expectAuditClean(db, purchase.schedule);
  });

  // Negative controls: if one of these charges once, the races above have stopped testing anything.

  it("charges a card twice when no attempt is written down first", async () => {
    const purchase = await aPurchase(scratch);
    const { gateway: bare } = openSale(scratch, { notify: async () => {} });
    const bothHaveLooked = aBarrier(2);
    const lookThenCharge = async () => {
      const [row] = await scratch.select().from(bookings).where(eq(bookings.id, purchase.booking.id));
      await bothHaveLooked();
      if (row?.status !== "pending") throw new Error("paid");
      const { signal } = new AbortController();
      await bare.charge({ idempotencyKey: randomUUID(), amountKrw: 20_000, cardToken: "tok_approve", signal });
      await scratch
        .update(bookings)
        .set({ status: "confirmed", confirmedAt: new Date() })
        .where(eq(bookings.id, purchase.booking.id));
    };

    const { won } = await race([lookThenCharge, lookThenCharge]);

    expect(won).toHaveLength(2);
    expect(await scratch.select().from(testGatewayCharges)).toHaveLength(2);
    expect(await audit(scratch)).not.toEqual([]);
  });

  it("takes points twice when the booking's row is not locked", async () => {
    const purchase = await aPurchase(scratch);
    const bothHaveLooked = aBarrier(2);
    const lookThenPay = () => spendUnlocked(purchase.fan, purchase.booking, bothHaveLooked);

    const { won } = await race([lookThenPay, lookThenPay]);

    expect(won).toHaveLength(2);
    expect(await findBalance(scratch, purchase.fan)).toBe(1_000_000 - 2 * 20_000);
  });

  it("is refused by the unique index even when the booking's row is not locked", async () => {
    const { fan, booking } = await aPurchase(scratch);
    const attempt = () => ({
      id: randomUUID(),
      bookingId: booking.id,
      userId: fan.userId,
      method: "card" as const,
      amountKrw: booking.totalKrw,
      status: "processing" as const,
      createdAt: new Date(),
    });

    const insertUnlocked = () => scratch.insert(payments).values(attempt());
    const { won, lost } = await race([insertUnlocked, insertUnlocked]);

    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ cause: { constraint_name: "payments_one_live_per_booking" } }]);
  });
});

async function spendUnlocked(fan: Actor, booking: Booking, bothHaveLooked: () => Promise<void>): Promise<void> {
  await scratch.transaction(async (tx) => {
    const [row] = await tx.select().from(bookings).where(eq(bookings.id, booking.id));
    await bothHaveLooked();
    if (row?.status !== "pending") throw new Error("paid");
    await postPoints(tx, { userId: fan.userId, type: "use", amount: -booking.totalKrw, bookingId: booking.id });
    await tx.update(bookings).set({ status: "confirmed", confirmedAt: new Date() }).where(eq(bookings.id, booking.id));
  });
}

/** Opens once `count` have come. */
function aBarrier(count: number): () => Promise<void> {
  const gate = aGate();
  let arrived = 0;
  return async () => {
    arrived += 1;
    if (arrived === count) gate.open();
    await gate.opened;
  };
}
