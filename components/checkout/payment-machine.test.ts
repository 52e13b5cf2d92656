import { describe, expect, it } from "vitest";
import type { ErrorCode, ErrorDetails } from "@/lib/kernel/errors";
import { type Standing, standingOf } from "./booking-status";
import {
  type Attempt,
  advancePayment,
  type PaymentEvent,
  type PaymentState,
  paymentIdFor,
  startPayment,
} from "./payment-machine";

const attempt: Attempt = { paymentId: "p1", method: "card", cardToken: "tok_approve", totalKrw: 198_000 };

const run = (...events: PaymentEvent[]): PaymentState =>
  events.reduce(advancePayment, startPayment(198_000, { kind: "payable" }));

const submitted: PaymentEvent = { type: "submitted", attempt };
const looked = (standing: Standing): PaymentEvent => ({ type: "looked", standing });
const refused = (code: ErrorCode, details: ErrorDetails = {}): PaymentEvent => ({
  type: "answered",
  result: { ok: false, error: { code, message: "message", details, requestId: "r1" } },
});
const answered = (status: "succeeded" | "processing"): PaymentEvent => ({
  type: "answered",
  result: { ok: true, data: { status, bookingId: "b1", paymentId: "p1" } },
});

describe("a payment that is answered", () => {
  it("is paid when it succeeded, and confirmed later when the card company was silent", () => {
    expect(run(submitted, answered("succeeded")).step).toBe("paid");
    expect(run(submitted, answered("processing")).step).toBe("confirming");
  });

  it("cannot be started twice by a double click", () => {
    const second = { ...attempt, paymentId: "p2" };
    const state = run(submitted, { type: "submitted", attempt: second });

    expect(state.attempt?.paymentId).toBe("p1");
  });

  it.each([
    ["already_paid", "paid"],
    ["payment_in_progress", "confirming"],
    ["request_in_progress", "confirming"],
    ["internal", "confirming"],
    ["busy", "confirming"],
    ["read_only", "confirming"],
    ["booking_expired", "expired"],
    ["payment_refunded", "refunded"],
    ["booking_not_payable", "ended"],
    ["card_declined", "ready"],
    ["insufficient_points", "ready"],
    ["price_changed", "ready"],
    ["gateway_unavailable", "ready"],
    ["too_many_requests", "ready"],
  ] as const)("leads from %s to %s", (code, step) => {
    expect(run(submitted, refused(code)).step).toBe(step);
  });

  it("shows why the card was declined and forgets that try", () => {
    const state = run(submitted, refused("card_declined", { reason: "lost_card" }));

    expect(state.notice).toEqual({ kind: "declined", reason: "lost_card" });
    expect(state.attempt).toBeNull();
  });

  it("asks again at the new price", () => {
    const state = run(submitted, refused("price_changed", { totalKrw: 210_000 }));

    expect(state).toMatchObject({ step: "ready", totalKrw: 210_000, notice: { kind: "price_changed" } });
  });

  it("says how many points are missing", () => {
    const state = run(submitted, refused("insufficient_points", { balance: 5_000, missing: 193_000 }));

    expect(state.notice).toEqual({ kind: "insufficient_points", missing: 193_000 });
  });
});

describe("a payment whose answer is lost", () => {
  it("is looked for before anything can be paid again", () => {
    expect(run(submitted, { type: "lost" })).toMatchObject({ step: "confirming", lost: true });
  });

  it("does not believe the first empty look, because the try may still be on its way", () => {
    expect(run(submitted, { type: "lost" }, looked({ kind: "payable" })).step).toBe("confirming");
  });

  it("may be repeated, under its own id, once it is known not to have arrived", () => {
    const state = run(submitted, { type: "lost" }, looked({ kind: "payable" }), looked({ kind: "payable" }));
    const { paymentId: _, ...same } = attempt;

    expect(state).toMatchObject({ step: "ready", notice: { kind: "not_arrived" } });
    expect(paymentIdFor(state, same, "fresh")).toBe("p1");
    expect(paymentIdFor(state, { ...same, method: "points", cardToken: null }, "fresh")).toBe("fresh");
    expect(paymentIdFor(state, { ...same, totalKrw: 1 }, "fresh")).toBe("fresh");
  });

  it("starts counting empty looks anew when the server has seen it", () => {
    const state = run(
      submitted,
      { type: "lost" },
      looked({ kind: "payable" }),
      looked({ kind: "processing" }),
      looked({ kind: "payable" }),
    );

    expect(state.step).toBe("confirming");
  });

  it("gets a fresh id after a decline", () => {
    const state = run(submitted, refused("card_declined"));
    const { paymentId: _, ...same } = attempt;

    expect(paymentIdFor(state, same, "fresh")).toBe("fresh");
  });
});

describe("looking at the booking", () => {
  it("takes the form away when another tab is paying or has paid", () => {
    expect(run(looked({ kind: "processing" })).step).toBe("confirming");
    expect(run(looked({ kind: "paid" })).step).toBe("paid");
  });

  it("gives the form back, with the reason, when the payment being confirmed was declined", () => {
    const state = run(looked({ kind: "processing" }), looked({ kind: "declined", reason: "insufficient_funds" }));

    expect(state).toMatchObject({ step: "ready", notice: { kind: "declined", reason: "insufficient_funds" } });
  });

  it("does not repeat an old decline over a form that is ready", () => {
    expect(run(looked({ kind: "declined", reason: "lost_card" })).notice).toBeNull();
  });

  it("never shows a payable form again once paid", () => {
    const paid = run(submitted, answered("succeeded"));
    for (const standing of [{ kind: "payable" }, { kind: "declined", reason: null }, { kind: "processing" }] as const)
      expect(advancePayment(paid, looked(standing)).step).toBe("paid");
    expect(advancePayment(paid, { type: "timeUp" }).step).toBe("paid");
  });

  it("leaves a payment under way alone when the time runs out; its answer decides", () => {
    expect(run(submitted, { type: "timeUp" }).step).toBe("paying");
    expect(run(submitted, looked({ kind: "expired" })).step).toBe("paying");
    expect(run({ type: "timeUp" }).step).toBe("expired");
  });
});

describe("standingOf", () => {
  const payment = (status: "processing" | "succeeded" | "declined" | "refund_due" | "refunded") => ({
    status,
    reason: null,
  });

  it.each([
    ["pending", null, "payable"],
    ["pending", "declined", "declined"],
    ["pending", "processing", "processing"],
    ["confirmed", "succeeded", "paid"],
    ["expired", null, "expired"],
    ["expired", "declined", "expired"],
    ["expired", "processing", "processing"],
    ["expired", "refund_due", "refunded"],
    ["expired", "refunded", "refunded"],
    ["cancelled", "refund_due", "ended"],
    ["refunded", "refunded", "ended"],
  ] as const)("reads %s with payment %s as %s", (status, paymentStatus, kind) => {
    expect(standingOf({ status, payment: paymentStatus && payment(paymentStatus) }).kind).toBe(kind);
  });
});
