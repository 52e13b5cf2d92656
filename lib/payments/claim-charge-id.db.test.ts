import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { payByCard } from "@/lib/bookings/pay-by-card";
import { payments } from "@/lib/db/schema/payments";
import { testGatewayCharges } from "@/lib/db/schema/test-gateway";
import { chargePoints } from "@/lib/points/charge-points";
import { findBalance } from "@/lib/points/queries";
import { testDatabase } from "@/lib/testing/database";
import {
  aPayment,
  aPurchase,
  expectAuditClean,
  openSale,
  type Purchase,
  standingOf,
} from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { asStranger } from "@/lib/testing/stranger";
import { claimChargeId } from "./claim-charge-id";

const db = testDatabase();
const { services } = openSale(db);
const CARD = "tok_approve";
const TOTAL = 20_000;

const pay = ({ fan, booking }: Purchase, id: string) =>
  payByCard(services, fan, aPayment(booking, { cardToken: CARD }, id));
const buyPoints = ({ fan }: Purchase, id: string) =>
  chargePoints(services, fan, { chargeId: id, amountKrw: TOTAL, cardToken: CARD });

describe("one charge of a card", () => {
  it("that paid a booking buys no points as well", async () => {
    const [purchase, id] = [await aPurchase(db, { points: 0 }), randomUUID()];
    await pay(purchase, id);

    await expect(buyPoints(purchase, id)).rejects.toMatchObject({ code: "id_reused" });

    expect(await findBalance(db, purchase.fan)).toBe(0);
    await expectAuditClean(db, purchase.schedule);
  });

  it("that bought points pays no booking as well", async () => {
    const [purchase, id] = [await aPurchase(db, { points: 0 }), randomUUID()];
    await buyPoints(purchase, id);

    await expect(pay(purchase, id)).rejects.toMatchObject({ code: "id_reused" });

    expect(await standingOf(db, purchase)).toMatchObject({ booking: "pending", balance: TOTAL, cardKrw: 0 });
  });

  it("is for one of the two, however often both are asked for at once", async () => {
    const [purchase, id] = [await aPurchase(db, { points: 0 }), randomUUID()];

    const { lost } = await race<unknown>(
      [0, 1, 2, 3].flatMap(() => [() => pay(purchase, id), () => buyPoints(purchase, id)]),
    );

    for (const reason of lost) expect(reason).toMatchObject({ code: "id_reused" });
    const { soldSeats, balance } = await standingOf(db, purchase);
    expect([
      [2, 0],
      [0, TOTAL],
    ]).toContainEqual([soldSeats, balance]);
    const charged = await db.select().from(testGatewayCharges).where(eq(testGatewayCharges.idempotencyKey, id));
    expect(charged).toHaveLength(1);
  });

  // The control: a look alone finds the id free while somebody else is about to use it; only the claim waits for them.
  it("is claimed before it is written down", async () => {
    const [purchase, id] = [await aPurchase(db, { points: 0 }), randomUUID()];
    const { fan, booking } = purchase;
    let buying: Promise<unknown> = Promise.resolve();

    await asStranger(db, async ({ tx, untilWaiting }) => {
      await claimChargeId(tx, id, "payment");
      const attempt = { id, bookingId: booking.id, userId: fan.userId, amountKrw: TOTAL };
      await tx.insert(payments).values({ ...attempt, method: "card", status: "processing", createdAt: new Date() });
      expect(await db.select().from(payments).where(eq(payments.id, id))).toEqual([]);
      buying = buyPoints(purchase, id).catch((refusal: unknown) => refusal);
      await untilWaiting();
    });

    expect(await buying).toMatchObject({ code: "id_reused" });
  });
});
