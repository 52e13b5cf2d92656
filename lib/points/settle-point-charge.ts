import { and, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { pointCharges } from "@/lib/db/schema/points";
import { withTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { log } from "@/lib/ops/log";
import { within } from "@/lib/payments/ask-gateway";
import type { CardGateway } from "@/lib/payments/gateway";
import { actOnVerdict, type ChargeVerdict, type RefundReason } from "@/lib/payments/rules";
import { settings } from "@/lib/settings";
import { postPoints } from "./post-points";

export type PointCharge = typeof pointCharges.$inferSelect;

/**
 * Writes down what became of a charge and credits its points, once, whoever tells it and however
 * often. Money that may not become points (a full account, a charge given up before) goes back.
 *
 * @returns the charge as it is now, or `null` when there is none of this id.
 * @throws AppError `busy` when a row stays locked for 3 s, `read_only` without a database. Safe to retry.
 */
export async function settlePointCharge(
  services: { db: Db; gateway: CardGateway },
  chargeId: string,
  verdict: ChargeVerdict,
): Promise<PointCharge | null> {
  const settled = await withTransaction(services.db, async (tx) => {
    const [charge] = await tx.select().from(pointCharges).where(eq(pointCharges.id, chargeId)).for("update");
    if (!charge) return null;
    const outcome = await applyVerdict(tx, charge, verdict);
    if (outcome === null) return charge;
    const [changed] = await tx
      .update(pointCharges)
      .set({ ...outcome, ...referenceOf(verdict), settledAt: sql`clock_timestamp()` })
      .where(eq(pointCharges.id, chargeId))
      .returning();
    return changed ?? charge;
  });
  return settled?.status === "refund_due" ? refundPointCharge(services, settled) : settled;
}

/** Gives a charge's money back. Trouble at the gateway is no failure of ours: the sweeper asks again. */
export async function refundPointCharge(
  services: { db: Db; gateway: CardGateway },
  charge: PointCharge,
): Promise<PointCharge> {
  const { gatewayReference } = charge;
  if (gatewayReference === null) throw new Error(`Charge ${charge.id} is to be refunded but has no reference`);
  try {
    await within(settings.gatewayTimeoutMs, () => services.gateway.refund(gatewayReference));
  } catch (error) {
    log.error({ err: error, charge: charge.id }, "A refund was not taken; the sweeper will ask again");
    return charge;
  }
  await services.db
    .update(pointCharges)
    .set({ status: "refunded" })
    .where(and(eq(pointCharges.id, charge.id), eq(pointCharges.status, "refund_due")));
  return { ...charge, status: "refunded" };
}

type Outcome = Pick<PointCharge, "status" | "reason">;

/** What a locked charge becomes; `null` when the verdict tells nothing new. */
async function applyVerdict(tx: Tx, charge: PointCharge, verdict: ChargeVerdict): Promise<Outcome | null> {
  const action = actOnVerdict(charge, verdict);
  if (action === "ignore") return null;
  if (verdict.status !== "approved") return { status: "declined", reason: verdict.reason };
  if (action === "refund") return { status: "refund_due", reason: "charged_after_giving_up" };
  const fault = await credit(tx, charge, verdict.amountKrw);
  return fault ? { status: "refund_due", reason: fault } : { status: "succeeded", reason: null };
}

/** Credits the points, or says why the money must go back. */
async function credit(tx: Tx, charge: PointCharge, paidKrw: number): Promise<RefundReason | null> {
  if (paidKrw !== charge.amountKrw) return "amount_mismatch";
  try {
    await postPoints(tx, { userId: charge.userId, type: "charge", amount: paidKrw, chargeId: charge.id });
    return null;
  } catch (error) {
    // Thrown before anything was written, so that the transaction may go on.
    if (error instanceof AppError && error.code === "point_limit_exceeded") return "point_limit_exceeded";
    throw error;
  }
}

function referenceOf(verdict: ChargeVerdict): { gatewayReference?: string } {
  return verdict.status === "given_up" ? {} : { gatewayReference: verdict.reference };
}
