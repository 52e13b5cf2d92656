import type { PaymentStatus } from "@/lib/db/schema/payments";
import type { GatewayCharge } from "./gateway";

/** Why a payment is declined although no card company said so. */
export const GIVEN_UP_REASONS = ["no_answer", "gateway_unavailable", "never_charged"] as const;
export type GivenUpReason = (typeof GIVEN_UP_REASONS)[number];

/** Why charged money goes back. "cancelled" is the fan's own wish; the others are charges that bought nothing. */
export const REFUND_REASONS = [
  "cancelled",
  "booking_expired",
  "booking_ended",
  "seats_lost",
  "amount_mismatch",
  "charged_after_giving_up",
  "point_limit_exceeded",
] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

/** A charge waits this many gateway timeouts before "it never arrived" is believed. */
export const GIVE_UP_AFTER_TIMEOUTS = 3;

/** A charge given up as unanswered is asked for once more after this long: it may have been slow, not lost. */
export const SECOND_LOOK_AFTER_MS = 600_000;

/** What became of a charge: the card company's word, or our giving up on it. */
export type ChargeVerdict = GatewayCharge | { status: "given_up"; reason: GivenUpReason };

/** True for a payment that we, not the card company, declared dead. */
export function isGivenUp(reason: string | null): boolean {
  return GIVEN_UP_REASONS.some((known) => known === reason);
}

/**
 * What a verdict asks to be done about a payment, or a charge of points. Verdicts come late, twice
 * and out of order; each is acted on once and never takes back an earlier success. A charge that
 * went through after we gave up on it bought nothing, so it is refunded.
 */
export function actOnVerdict(
  current: { status: PaymentStatus; reason: string | null },
  verdict: ChargeVerdict,
): "accept" | "decline" | "refund" | "ignore" {
  if (current.status === "processing") return verdict.status === "approved" ? "accept" : "decline";
  if (current.status !== "declined") return "ignore";
  if (verdict.status === "approved") return "refund";
  if (verdict.status === "declined") return isGivenUp(current.reason) ? "decline" : "ignore";
  return current.reason === "no_answer" && verdict.reason === "never_charged" ? "decline" : "ignore";
}
