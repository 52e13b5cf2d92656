import { z } from "zod";
import { CardToken } from "@/lib/payments/schema";

export const POINT_CHARGE_MIN_KRW = 1_000;
export const POINT_CHARGE_MAX_KRW = 1_000_000;
export const POINT_CHARGE_STEP_KRW = 1_000;
export const POINT_HISTORY_LIMIT_MAX = 50;
const POINT_HISTORY_LIMIT = 20;

/** Buying points by card. `chargeId` is made by the client: sent again, it is the same charge. */
export const ChargePointsInput = z.object({
  chargeId: z.uuid(),
  amountKrw: z.int().min(POINT_CHARGE_MIN_KRW).max(POINT_CHARGE_MAX_KRW).multipleOf(POINT_CHARGE_STEP_KRW),
  cardToken: CardToken,
});
export type ChargePointsInput = z.output<typeof ChargePointsInput>;

/** `balance` is in points, after the charge; "processing" when the card company has not answered in time. */
export type PointChargeOutcome = { status: "succeeded" | "processing"; chargeId: string; balance: number };

// PostgreSQL knows no year 0, and nothing happened before this one.
const Moment = z.coerce.date().min(new Date("2000-01-01T00:00:00Z")).max(new Date("9999-12-31T23:59:59Z"));

/** One page of a fan's ledger, newest first. `from` counts, `to` does not. */
export const ListPointHistoryInput = z.object({
  type: z.enum(["charge", "use", "refund", "adjust"]).optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(POINT_HISTORY_LIMIT_MAX).default(POINT_HISTORY_LIMIT),
});
export type ListPointHistoryInput = z.output<typeof ListPointHistoryInput>;
