import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { payByCard } from "@/lib/bookings/pay-by-card";
import { signNotification } from "@/lib/payments/notification-signature";
import { testDatabase } from "@/lib/testing/database";
import {
  aPayment,
  aPurchase,
  expectAuditClean,
  lost,
  openSale,
  SIGNING_SECRET,
  standingOf,
} from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { receiveNotification } from "./receive-notification";

const db = testDatabase();

async function anUnansweredPayment() {
  const purchase = await aPurchase(db);
  const { services, gateway } = openSale(db, { notify: lost });
  const input = aPayment(purchase.booking, { cardToken: "tok_timeout_after_charge" });
  await payByCard(services, purchase.fan, input, { gatewayTimeoutMs: 50 });
  const charge = await gateway.find(input.paymentId);
  if (!charge) throw new Error("the card was charged");
  const notification = {
    type: "charge.approved" as const,
    idempotencyKey: input.paymentId,
    reference: charge.reference,
    amountKrw: 20_000,
  };
  return { purchase, services, notification };
}

describe("receiveNotification", () => {
  it("settles once however often and closely it is delivered", async () => {
    const { purchase, services, notification } = await anUnansweredPayment();
    const signed = signNotification(SIGNING_SECRET, notification);

    const { lost: refused } = await race(
      Array.from({ length: 20 }, () => () => receiveNotification(services, signed, SIGNING_SECRET)),
    );

    expect(refused).toEqual([]);
    expect(await standingOf(db, purchase)).toMatchObject({ booking: "confirmed", soldSeats: 2, cardKrw: 20_000 });
    await expectAuditClean(db, purchase.schedule);
  });

  it("sells nothing on the word of somebody who cannot sign", async () => {
    const { purchase, services, notification } = await anUnansweredPayment();
    const forged = signNotification("another secret", notification);

    await expect(receiveNotification(services, forged, SIGNING_SECRET)).rejects.toMatchObject({ code: "forbidden" });

    expect(await standingOf(db, purchase)).toMatchObject({ booking: "pending", payments: ["processing"] });
  });

  it("knows nothing of a charge that is none of ours", async () => {
    const { services, notification } = await anUnansweredPayment();
    const unknown = signNotification(SIGNING_SECRET, { ...notification, idempotencyKey: randomUUID() });

    await expect(receiveNotification(services, unknown, SIGNING_SECRET)).rejects.toMatchObject({ code: "not_found" });
  });
});
