import type { PaymentOutcome } from "@/lib/bookings/payment-schema";
import type { Failure, Result } from "@/lib/kernel/result";
import type { Standing } from "./booking-status";

export type PayMethod = "points" | "card";

/** One try to pay. Sent again with the same id it is the same try, so that it can charge only once. */
export type Attempt = { paymentId: string; method: PayMethod; cardToken: string | null; totalKrw: number };

/** Why the form is shown again. */
export type PaymentNotice =
  | { kind: "declined"; reason: string | null }
  | { kind: "price_changed" }
  | { kind: "insufficient_points"; missing: number | null }
  | { kind: "not_arrived" }
  | { kind: "refused"; message: string; requestId: string };

/**
 * Where the payment of one booking stands on this page.
 * ready → paying → confirming → paid, refunded, expired or ended; back to ready when nothing was charged.
 * Only `ready` shows a form that can pay.
 */
export type PaymentState = {
  step: "ready" | "paying" | "confirming" | "paid" | "expired" | "refunded" | "ended";
  totalKrw: number;
  /** The try under way, or one of unknown outcome that must be repeated under its own id. */
  attempt: Attempt | null;
  /** True while it is not known whether our own try reached the server. */
  lost: boolean;
  /** How often in a row the server knew of no payment while one was being confirmed. */
  emptyLooks: number;
  notice: PaymentNotice | null;
};

export type PaymentEvent =
  | { type: "submitted"; attempt: Attempt }
  | { type: "answered"; result: Result<PaymentOutcome> }
  /** The answer never came: it may or may not have been charged. */
  | { type: "lost" }
  | { type: "looked"; standing: Standing }
  | { type: "timeUp" }
  | { type: "dismissed" };

/** A try may still be on its way when the server is first asked about it, so one empty look proves nothing. */
const EMPTY_LOOKS_TO_BELIEVE = 2;

const FRESH = { step: "ready", attempt: null, lost: false, emptyLooks: 0, notice: null } as const;

export function startPayment(totalKrw: number, standing: Standing): PaymentState {
  return look({ ...FRESH, totalKrw }, standing);
}

/** The next state; an event that makes no sense in this one changes nothing. */
export function advancePayment(state: PaymentState, event: PaymentEvent): PaymentState {
  switch (event.type) {
    case "submitted":
      return state.step === "ready"
        ? { ...FRESH, step: "paying", attempt: event.attempt, totalKrw: state.totalKrw }
        : state;
    case "answered":
      return state.step === "paying" ? answer(state, event.result) : state;
    case "lost":
      return state.step === "paying" ? { ...state, step: "confirming", lost: true } : state;
    case "looked":
      return look(state, event.standing);
    case "timeUp":
      return state.step === "ready" ? { ...state, step: "expired", notice: null } : state;
    case "dismissed":
      return state.notice ? { ...state, notice: null } : state;
  }
}

/** The id of this try: a new one, unless it repeats a try of unknown outcome unchanged. */
export function paymentIdFor(state: PaymentState, next: Omit<Attempt, "paymentId">, freshId: string): string {
  const { attempt } = state;
  const repeats =
    attempt?.method === next.method && attempt.cardToken === next.cardToken && attempt.totalKrw === next.totalKrw;
  return repeats ? attempt.paymentId : freshId;
}

function answer(state: PaymentState, result: Result<PaymentOutcome>): PaymentState {
  if (result.ok) return { ...state, step: result.data.status === "succeeded" ? "paid" : "confirming" };
  const { code, details } = result.error;
  switch (code) {
    case "already_paid":
      return { ...state, step: "paid" };
    case "payment_in_progress":
    case "request_in_progress":
      return { ...state, step: "confirming" };
    // These may have struck after the charge, so what became of it is looked up before anything else.
    case "internal":
    case "busy":
    case "read_only":
      return { ...state, step: "confirming", lost: true };
    case "booking_expired":
      return { ...state, step: "expired" };
    case "payment_refunded":
      return { ...state, step: "refunded" };
    case "booking_not_payable":
      return { ...state, step: "ended" };
    default:
      return { ...FRESH, totalKrw: numberIn(details, "totalKrw") ?? state.totalKrw, notice: noticeOf(result.error) };
  }
}

function noticeOf({ code, details, message, requestId }: Failure): PaymentNotice {
  if (code === "card_declined") {
    return { kind: "declined", reason: typeof details.reason === "string" ? details.reason : null };
  }
  if (code === "price_changed") return { kind: "price_changed" };
  if (code === "insufficient_points") return { kind: "insufficient_points", missing: numberIn(details, "missing") };
  return { kind: "refused", message, requestId };
}

function look(state: PaymentState, standing: Standing): PaymentState {
  switch (standing.kind) {
    case "paid":
    case "refunded":
      return { ...state, step: standing.kind };
    case "expired":
    case "ended":
      return state.step === "paying" || state.step === "paid" ? state : { ...state, step: standing.kind };
    case "processing":
      if (state.step !== "ready" && state.step !== "expired" && state.step !== "confirming") return state;
      return { ...state, step: "confirming", lost: false, emptyLooks: 0, notice: null };
    case "declined":
      if (state.step !== "confirming") return state;
      return { ...FRESH, totalKrw: state.totalKrw, notice: { kind: "declined", reason: standing.reason } };
    case "payable":
      return state.step === "confirming" ? lookInVain(state) : state;
  }
}

function lookInVain(state: PaymentState): PaymentState {
  const emptyLooks = state.emptyLooks + 1;
  if (emptyLooks < EMPTY_LOOKS_TO_BELIEVE) return { ...state, emptyLooks };
  // Should the try arrive after all, repeating it under the same id keeps it one charge.
  return { ...FRESH, totalKrw: state.totalKrw, attempt: state.attempt, notice: { kind: "not_arrived" } };
}

function numberIn(details: Failure["details"], name: string): number | null {
  const value = details[name];
  return typeof value === "number" ? value : null;
}
