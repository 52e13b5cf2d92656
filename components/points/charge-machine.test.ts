import { describe, expect, it } from "vitest";
import type { ErrorCode } from "@/lib/kernel/errors";
import { ASKED_MAX, advanceCharge, CHARGE_READY, type ChargeEvent, chargeIdFor } from "./charge-machine";

const charge = { chargeId: "c1", amountKrw: 30_000, cardToken: "tok_approve" };
const { chargeId: _, ...same } = charge;

const submitted: ChargeEvent = { type: "submitted", charge };
const answered = (status: "succeeded" | "processing"): ChargeEvent => ({
  type: "answered",
  result: { ok: true, data: { status, chargeId: "c1", balance: 30_000 } },
});
const refused = (code: ErrorCode): ChargeEvent => ({
  type: "answered",
  result: { ok: false, error: { code, message: "message", details: { reason: "lost_card" }, requestId: "r1" } },
});
const run = (...events: ChargeEvent[]) => events.reduce(advanceCharge, CHARGE_READY);

describe("charging points", () => {
  it("says how much was charged and starts afresh", () => {
    const state = run(submitted, answered("succeeded"));

    expect(state).toEqual({ ...CHARGE_READY, notice: { kind: "charged", amountKrw: 30_000 } });
    expect(chargeIdFor(state, same, "fresh")).toBe("fresh");
  });

  it("cannot be started twice by a double click", () => {
    expect(run(submitted, { type: "submitted", charge: { ...charge, chargeId: "c2" } }).charge?.chargeId).toBe("c1");
  });

  it.each(["internal", "busy", "read_only", "request_in_progress"] as const)("asks again after %s", (code) => {
    expect(run(submitted, refused(code))).toMatchObject({ step: "asking", charge });
  });

  it.each(["card_declined", "gateway_unavailable", "point_limit_exceeded", "payment_refunded"] as const)(
    "takes %s for an answer: nothing was charged, or it went back",
    (code) => {
      expect(run(submitted, refused(code))).toMatchObject({ step: "ready", charge: null });
    },
  );

  it("asks under the same id until it is decided", () => {
    const asking = run(submitted, { type: "lost" }, answered("processing"));

    expect(asking).toMatchObject({ step: "asking", charge, asked: 2 });
    expect(advanceCharge(asking, answered("succeeded")).notice).toEqual({ kind: "charged", amountKrw: 30_000 });
  });

  it("gives the form back after a while, and repeats the same charge under its own id", () => {
    const state = run(submitted, ...Array.from({ length: ASKED_MAX + 1 }, () => answered("processing")));

    expect(state).toMatchObject({ step: "ready", notice: { kind: "unknown" } });
    expect(chargeIdFor(state, same, "fresh")).toBe("c1");
    expect(chargeIdFor(state, { ...same, amountKrw: 1_000 }, "fresh")).toBe("fresh");
  });
});
