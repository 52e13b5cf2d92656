import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { testGatewayCharges } from "@/lib/db/schema/test-gateway";
import { testDatabase } from "@/lib/testing/database";
import { race } from "@/lib/testing/race";
import type { ChargeRequest } from "./gateway";
import type { GatewayNotification } from "./notification-signature";
import { createTestGateway } from "./test-gateway";

const db = testDatabase();

function aGateway(notify: (event: GatewayNotification) => Promise<void> = async () => {}) {
  return createTestGateway({ db, slowAnswerMs: 20, notify });
}

function aRequest(cardToken: string, signal: AbortSignal = new AbortController().signal): ChargeRequest {
  return { idempotencyKey: randomUUID(), amountKrw: 5_000, cardToken, signal };
}

describe("the test gateway", () => {
  it("charges once per key and repeats its first answer, whatever card comes the second time", async () => {
    const gateway = aGateway();
    const request = aRequest("tok_approve");

    const { won } = await race(Array.from({ length: 10 }, () => () => gateway.charge(request)));
    const again = await gateway.charge({ ...request, cardToken: "tok_decline_funds" });

    for (const charge of [...won, again]) expect(charge).toEqual(won[0]);
    expect(await gateway.find(request.idempotencyKey)).toEqual(won[0]);
  });

  it("keeps its books although the asker never hears of the charge", async () => {
    const gateway = aGateway();
    const asker = new AbortController();
    const request = aRequest("tok_timeout_after_charge", asker.signal);

    const charge = gateway.charge(request);
    await vi.waitFor(async () => expect(await gateway.find(request.idempotencyKey)).not.toBeNull());
    asker.abort(new Error("gave up"));

    await expect(charge).rejects.toThrow("gave up");
    expect(await gateway.find(request.idempotencyKey)).toMatchObject({ status: "approved", amountKrw: 5_000 });
  });

  it("never sees a charge that is lost on its way", async () => {
    const gateway = aGateway();
    const request = aRequest("tok_timeout_before_charge", AbortSignal.timeout(20));

    await expect(gateway.charge(request)).rejects.toThrow();

    expect(await gateway.find(request.idempotencyKey)).toBeNull();
  });

  it.each([
    ["tok_approve", 1],
    ["tok_slow", 1],
    ["tok_decline_lost", 1],
    ["tok_duplicate_notification", 2],
  ])("notifies of a %s charge %i times, and not again when it is repeated", async (cardToken, times) => {
    const notify = vi.fn(async () => {});
    const gateway = aGateway(notify);
    const request = aRequest(cardToken);

    await gateway.charge(request);
    await gateway.charge(request);
    await gateway.notified();

    expect(notify).toHaveBeenCalledTimes(times);
    expect(notify).toHaveBeenCalledWith(expect.objectContaining({ idempotencyKey: request.idempotencyKey }));
  });

  it("delivers a notification again when it was not taken", async () => {
    const notify = vi.fn(async () => {}).mockRejectedValueOnce(new Error("busy"));
    const gateway = aGateway(notify);

    await gateway.charge(aRequest("tok_approve"));
    await gateway.notified();

    expect(notify).toHaveBeenCalledTimes(2);
  });

  it("gives a charge back once, however often it is asked, and never what it did not take", async () => {
    const gateway = aGateway();
    const { reference } = await gateway.charge(aRequest("tok_approve"));
    const declined = await gateway.charge(aRequest("tok_decline_funds"));

    await Promise.all([gateway.refund(reference), gateway.refund(reference)]);

    const [row] = await db.select().from(testGatewayCharges).where(eq(testGatewayCharges.reference, reference));
    expect(row).toMatchObject({ amountKrw: 5_000, refundedKrw: 5_000 });
    await expect(gateway.refund(declined.reference)).rejects.toThrow("charged nothing");
    await expect(gateway.refund("tg_unknown")).rejects.toThrow("charged nothing");
  });
});
