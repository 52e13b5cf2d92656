import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { payByCard } from "@/lib/bookings/pay-by-card";
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
});
