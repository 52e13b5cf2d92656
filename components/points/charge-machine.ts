import type { Failure, Result } from "@/lib/kernel/result";
import type { PointChargeOutcome } from "@/lib/points/schema";

/** One charge. Sent again with the same id it is the same charge, so that it can take money only once. */
export type Charge = { chargeId: string; amountKrw: number; cardToken: string };

export type ChargeNotice =
  | { kind: "charged"; amountKrw: number }
  | { kind: "declined"; reason: string | null }
  | { kind: "unknown" }
  | { kind: "refused"; message: string };

/**
 * ready → sending → ready, with the outcome; or → asking while nobody knows it. Asking sends the same
 * charge again, which the server answers with what has become of it.
 */
export type ChargeState = {
  step: "ready" | "sending" | "asking";
  /** Under way, or of unknown outcome and to be repeated under its own id. */
  charge: Charge | null;
  notice: ChargeNotice | null;
  /** Answers in a row that decided nothing. */
  asked: number;
};

export type ChargeEvent =
  | { type: "submitted"; charge: Charge }
  | { type: "answered"; result: Result<PointChargeOutcome> }
  | { type: "lost" };

export const CHARGE_READY: ChargeState = { step: "ready", charge: null, notice: null, asked: 0 };

/** After so many undecided answers the form comes back; the server settles the charge by itself. */
export const ASKED_MAX = 20;

export function advanceCharge(state: ChargeState, event: ChargeEvent): ChargeState {
  if (event.type === "submitted") {
    return state.step === "ready" ? { step: "sending", charge: event.charge, notice: null, asked: 0 } : state;
  }
  if (state.step === "ready" || !state.charge) return state;
  if (event.type === "lost") return ask(state);
  const { result } = event;
  if (!result.ok) return refuse(state, result.error);
  if (result.data.status === "processing") return ask(state);
  return { ...CHARGE_READY, notice: { kind: "charged", amountKrw: state.charge.amountKrw } };
}

/** The id of this charge: a new one, unless it repeats one of unknown outcome unchanged. */
export function chargeIdFor({ charge }: ChargeState, next: Omit<Charge, "chargeId">, freshId: string): string {
  const repeats = charge?.amountKrw === next.amountKrw && charge.cardToken === next.cardToken;
  return repeats ? charge.chargeId : freshId;
}

function ask(state: ChargeState): ChargeState {
  const asked = state.asked + 1;
  if (asked > ASKED_MAX) return { ...state, step: "ready", asked: 0, notice: { kind: "unknown" } };
  return { ...state, step: "asking", asked };
}

/** Refusals that may have struck after the money moved; all the others say that none did, or that it went back. */
const UNDECIDED: ReadonlySet<Failure["code"]> = new Set(["internal", "busy", "read_only", "request_in_progress"]);

function refuse(state: ChargeState, { code, message, details }: Failure): ChargeState {
  if (UNDECIDED.has(code)) return ask(state);
  if (code === "card_declined") {
    const reason = typeof details.reason === "string" ? details.reason : null;
    return { ...CHARGE_READY, notice: { kind: "declined", reason } };
  }
  return { ...CHARGE_READY, notice: { kind: "refused", message } };
}
