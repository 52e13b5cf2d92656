import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { testGatewayCharges } from "@/lib/db/schema/test-gateway";
import { GatewayUnreachableError } from "@/lib/payments/gateway";
import { testDatabase } from "@/lib/testing/database";
import { aGate } from "@/lib/testing/gate";
import { aPayment, aPurchase, expectAuditClean, lost, openSale, standingOf } from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { aFan } from "@/lib/testing/world";
import { payByCard } from "./pay-by-card";

const db = testDatabase();
const BRIEFLY = { gatewayTimeoutMs: 300 };
const PAID = { booking: "confirmed", payments: ["succeeded"], soldSeats: 2, freeSeats: 2, cardKrw: 20_000 };
const UNPAID = { booking: "pending", soldSeats: 0, freeSeats: 2, cardKrw: 0 };

describe("payByCard", () => {
  it("sells the seats when the card is approved", async () => {
    const purchase = await aPurchase(db);
    const { services, gateway } = openSale(db);
    const input = aPayment(purchase.booking, { cardToken: "tok_approve" });

    const outcome = await payByCard(services, purchase.fan, input);
    await gateway.notified();

    expect(outcome).toEqual({ status: "succeeded", bookingId: purchase.booking.id, paymentId: input.paymentId });
    expect(await standingOf(db, purchase)).toMatchObject(PAID);
    await expectAuditClean(db, purchase.schedule);
  });

  it.each([
    ["tok_decline_funds", "insufficient_funds"],
    ["tok_decline_lost", "lost_card"],
    ["tok_never_heard_of", "do_not_honor"],
  ])("charges nothing when %s is declined, and lets the fan try another card", async (cardToken, reason) => {
    const purchase = await aPurchase(db);
    const { services, gateway } = openSale(db);
    const declined = aPayment(purchase.booking, { cardToken });

    const first = payByCard(services, purchase.fan, declined);
    await expect(first).rejects.toMatchObject({ code: "card_declined", details: { reason } });
    await gateway.notified();
    expect(await standingOf(db, purchase)).toMatchObject({ ...UNPAID, payments: [`declined: ${reason}`] });

    await expect(payByCard(services, purchase.fan, declined)).rejects.toMatchObject({ code: "card_declined" });
    await payByCard(services, purchase.fan, aPayment(purchase.booking, { cardToken: "tok_approve" }));
    expect(await standingOf(db, purchase)).toMatchObject({ ...PAID, payments: [`declined: ${reason}`, "succeeded"] });
    await gateway.notified();
    await expectAuditClean(db, purchase.schedule);
  });

  it("sells once when the notification arrives before the answer", async () => {
    const purchase = await aPurchase(db);
    const arrived = aGate();
    const { services } = openSale(db, {
      notify: async (deliver) => deliver().then(arrived.open),
      gateway: (gateway) => ({
        charge: async (request) => {
          const charge = await gateway.charge(request);
          await arrived.opened;
          return charge;
        },
      }),
    });

    const outcome = await payByCard(services, purchase.fan, aPayment(purchase.booking, { cardToken: "tok_approve" }));

    expect(outcome.status).toBe("succeeded");
    expect(await standingOf(db, purchase)).toMatchObject(PAID);
    await expectAuditClean(db, purchase.schedule);
  });

  it("waits for a slow answer, and agrees with the notification that overtakes it", async () => {
    const purchase = await aPurchase(db);
    const { services, gateway } = openSale(db);

    const outcome = await payByCard(services, purchase.fan, aPayment(purchase.booking, { cardToken: "tok_slow" }));
    await gateway.notified();

    expect(outcome.status).toBe("succeeded");
    expect(await standingOf(db, purchase)).toMatchObject(PAID);
    await expectAuditClean(db, purchase.schedule);
  });

  it("sells once when the same notification arrives twice", async () => {
    const purchase = await aPurchase(db);
    const heard: string[] = [];
    const { services, gateway } = openSale(db, {
      notify: async (deliver, event) => {
        heard.push(event.idempotencyKey);
        await deliver();
      },
    });
    const input = aPayment(purchase.booking, { cardToken: "tok_duplicate_notification" });

    await payByCard(services, purchase.fan, input);
    await gateway.notified();

    expect(heard).toEqual([input.paymentId, input.paymentId]);
    expect(await standingOf(db, purchase)).toMatchObject(PAID);
    await expectAuditClean(db, purchase.schedule);
  });

  it("says processing when the answer to a charge is lost, and the notification sells the seats", async () => {
    const purchase = await aPurchase(db);
    const { services, gateway } = openSale(db);
    const input = aPayment(purchase.booking, { cardToken: "tok_timeout_after_charge" });

    const outcome = await payByCard(services, purchase.fan, input, BRIEFLY);
    expect(outcome.status).toBe("processing");
    await gateway.notified();

    expect(await standingOf(db, purchase)).toMatchObject(PAID);
    await expect(payByCard(services, purchase.fan, input)).resolves.toMatchObject({ status: "succeeded" });
    await expectAuditClean(db, purchase.schedule);
  });

  it("lets nobody pay again while the fate of a charge is unknown", async () => {
    const purchase = await aPurchase(db);
    const { services } = openSale(db, { notify: lost });
    const first = aPayment(purchase.booking, { cardToken: "tok_timeout_before_charge" });

    await expect(payByCard(services, purchase.fan, first, BRIEFLY)).resolves.toMatchObject({ status: "processing" });

    const second = aPayment(purchase.booking, { cardToken: "tok_approve" });
    await expect(payByCard(services, purchase.fan, second)).rejects.toMatchObject({ code: "payment_in_progress" });
    expect(await standingOf(db, purchase)).toMatchObject({ ...UNPAID, payments: ["processing"] });
    await expectAuditClean(db, purchase.schedule);
  });

  it("takes an error of the gateway's for no answer, not for a refusal", async () => {
    const purchase = await aPurchase(db);
    const { services, gateway } = openSale(db, {
      gateway: (real) => ({
        charge: async (request) => {
          await real.charge(request);
          throw new Error("502 Bad Gateway");
        },
      }),
    });

    const outcome = await payByCard(services, purchase.fan, aPayment(purchase.booking, { cardToken: "tok_approve" }));

    expect(outcome.status).toBe("processing");
    await gateway.notified();
    expect(await standingOf(db, purchase)).toMatchObject(PAID);
    await expectAuditClean(db, purchase.schedule);
  });

  it("says so when the gateway cannot be reached, and lets the fan try again", async () => {
    const purchase = await aPurchase(db);
    const charge = vi.fn().mockRejectedValueOnce(new GatewayUnreachableError("connection refused"));
    const { services } = openSale(db, { gateway: (real) => ({ charge: charge.mockImplementation(real.charge) }) });

    const first = payByCard(services, purchase.fan, aPayment(purchase.booking, { cardToken: "tok_approve" }));
    await expect(first).rejects.toMatchObject({ code: "gateway_unavailable" });
    expect(await standingOf(db, purchase)).toMatchObject({ ...UNPAID, payments: ["declined: gateway_unavailable"] });

    await payByCard(services, purchase.fan, aPayment(purchase.booking, { cardToken: "tok_approve" }));
    expect(await standingOf(db, purchase)).toMatchObject({ ...PAID, payments: [expect.anything(), "succeeded"] });
  });

  it.each(["tok_approve", "tok_timeout_after_charge"])(
    "charges once and answers alike when one %s payment is sent fifty times at once",
    async (cardToken) => {
      const purchase = await aPurchase(db);
      const { services, gateway } = openSale(db);
      const input = aPayment(purchase.booking, { cardToken });

      const { won, lost } = await race(
        Array.from({ length: 50 }, () => () => payByCard(services, purchase.fan, input, { gatewayTimeoutMs: 3_000 })),
      );
      await gateway.notified();

      expect(lost).toEqual([]);
      expect(new Set(won.map((outcome) => outcome.status))).toEqual(new Set(["succeeded"]));
      const charges = await db
        .select()
        .from(testGatewayCharges)
        .where(eq(testGatewayCharges.idempotencyKey, input.paymentId));
      expect(charges).toHaveLength(1);
      expect(await standingOf(db, purchase)).toMatchObject(PAID);
      await expectAuditClean(db, purchase.schedule);
    },
  );

  it("refuses a payment id that stands for another booking", async () => {
    const [one, other] = [await aPurchase(db), await aPurchase(db)];
    const { services, gateway } = openSale(db);
    const paymentId = randomUUID();
    await payByCard(services, one.fan, aPayment(one.booking, { cardToken: "tok_approve" }, paymentId));

    const reused = payByCard(services, other.fan, aPayment(other.booking, { cardToken: "tok_approve" }, paymentId));

    await expect(reused).rejects.toMatchObject({ code: "id_reused" });
    expect(await standingOf(db, other)).toMatchObject({ ...UNPAID, payments: [] });
    await gateway.notified();
    await expectAuditClean(db, one.schedule, other.schedule);
  });

  it("refuses what is not the fan's, not the price, or without a card, before any charge", async () => {
    const purchase = await aPurchase(db);
    const { services } = openSale(db);
    const input = aPayment(purchase.booking, { cardToken: "tok_approve" });

    const stranger = payByCard(services, await aFan(db), input);
    await expect(stranger).rejects.toMatchObject({ code: "not_found" });
    const cheaper = payByCard(services, purchase.fan, { ...input, expectedTotalKrw: 100 });
    await expect(cheaper).rejects.toMatchObject({ code: "price_changed", details: { totalKrw: 20_000 } });
    const cardless = payByCard(services, purchase.fan, { ...input, cardToken: undefined });
    await expect(cardless).rejects.toMatchObject({ code: "invalid_input" });

    expect(await standingOf(db, purchase)).toMatchObject({ ...UNPAID, payments: [] });
  });
});
