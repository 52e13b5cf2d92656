/** What the card company says of one charge. */
export type GatewayCharge =
  | { status: "approved"; reference: string; amountKrw: number }
  | { status: "declined"; reference: string; reason: DeclineReason };

export const DECLINE_REASONS = ["insufficient_funds", "lost_card", "expired_card", "do_not_honor"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export type ChargeRequest = {
  /** Our payment's id: asked again with the same key, the gateway charges once and gives the first answer. */
  idempotencyKey: string;
  amountKrw: number;
  /** Stands for a card; the number itself never reaches Rowlock. */
  cardToken: string;
  /** Aborted when we stop waiting. The charge may be made all the same. */
  signal: AbortSignal;
};

/**
 * The port to a card company. Every call may throw: then nothing is known of what happened over
 * there, and `find` is how to learn it.
 */
export type CardGateway = {
  /**
   * Charges once per idempotency key.
   * @throws GatewayUnreachableError when the request surely never left; anything else leaves its fate unknown.
   */
  charge(request: ChargeRequest): Promise<GatewayCharge>;
  /** What became of the charge under this key; `null` when none ever arrived. */
  find(idempotencyKey: string): Promise<GatewayCharge | null>;
  /** Gives the whole amount back, once, however often it is asked. */
  refund(reference: string): Promise<void>;
};

/** The card company was never asked, so nothing was charged and nothing will be. */
export class GatewayUnreachableError extends Error {
  override readonly name = "GatewayUnreachableError";
}
