import { eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { pointCharges } from "@/lib/db/schema/points";
import { withTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { assert } from "@/lib/kernel/assert";
import { AppError } from "@/lib/kernel/errors";
import { askForCharge, verdictOf } from "@/lib/payments/ask-gateway";
import { claimChargeId } from "@/lib/payments/claim-charge-id";
import type { CardGateway } from "@/lib/payments/gateway";
import { type ChargeVerdict, isGivenUp } from "@/lib/payments/rules";
import { settings } from "@/lib/settings";
import { findBalance } from "./queries";
import type { ChargePointsInput, PointChargeOutcome } from "./schema";
import { type PointCharge, settlePointCharge } from "./settle-point-charge";

/**
 * Buys points by card: the wish is written down, then the card is charged outside any transaction,
 * then the answer is settled. The same `chargeId` again is the same charge and gets the same answer.
 *
 * @returns "processing" when the card company does not answer within `gatewayTimeoutMs`; the charge
 *   is settled later. `balance` is in points, as of now.
 * @throws AppError `point_limit_exceeded` when the account would hold too much. Nothing was charged, or it was refunded.
 * @throws AppError `card_declined` with `reason`; `gateway_unavailable`; `payment_refunded`. Try again under a new id.
 * @throws AppError `id_reused` when the id belongs to another charge, or to a payment.
 * @throws AppError `busy`, `read_only`. Safe to retry under the same id.
 */
export async function chargePoints(
  services: { db: Db; gateway: CardGateway },
  actor: Actor,
  input: ChargePointsInput,
  limits: { gatewayTimeoutMs: number; pointBalanceMax: number } = settings,
): Promise<PointChargeOutcome> {
  const { db, gateway } = services;
  let { charge, isNew } = await recordCharge(db, actor, input, limits.pointBalanceMax);
  if (charge.status === "processing") {
    const request = { idempotencyKey: charge.id, amountKrw: charge.amountKrw, cardToken: input.cardToken };
    const answer = await askForCharge(gateway, request, limits.gatewayTimeoutMs);
    charge = await conclude(services, charge, verdictOf(answer, { isFirstAttempt: isNew }));
  }
  const status = outcomeOf(charge);
  return { status, chargeId: charge.id, balance: await findBalance(db, actor) };
}

type Recorded = { charge: PointCharge; isNew: boolean };

async function recordCharge(db: Db, actor: Actor, input: ChargePointsInput, max: number): Promise<Recorded> {
  const earlier = await findCharge(db, actor, input);
  if (earlier) return { charge: earlier, isNew: false };

  const balance = await findBalance(db, actor);
  if (balance + input.amountKrw > max) throw new AppError("point_limit_exceeded", { balance, max });
  const { chargeId: id, amountKrw } = input;
  const created = { id, userId: actor.userId, amountKrw, status: "processing" as const };
  const [made] = await withTransaction(db, async (tx) => {
    await claimChargeId(tx, id, "point_charge");
    return tx
      .insert(pointCharges)
      .values({ ...created, createdAt: sql`clock_timestamp()` })
      .onConflictDoNothing()
      .returning();
  });
  if (made) return { charge: made, isNew: true };
  const other = await findCharge(db, actor, input);
  assert(other, "a charge whose id is taken is there");
  return { charge: other, isNew: false };
}

async function findCharge(db: Db, actor: Actor, input: ChargePointsInput): Promise<PointCharge | null> {
  const [charge] = await db.select().from(pointCharges).where(eq(pointCharges.id, input.chargeId));
  if (!charge) return null;
  if (charge.userId !== actor.userId || charge.amountKrw !== input.amountKrw) throw new AppError("id_reused");
  return charge;
}

async function conclude(
  services: { db: Db; gateway: CardGateway },
  charge: PointCharge,
  verdict: ChargeVerdict | null,
): Promise<PointCharge> {
  if (verdict) return (await settlePointCharge(services, charge.id, verdict)) ?? charge;
  // A notification may have settled it while we waited for an answer.
  const [current] = await services.db.select().from(pointCharges).where(eq(pointCharges.id, charge.id));
  return current ?? charge;
}

function outcomeOf({ status, reason }: PointCharge): PointChargeOutcome["status"] {
  if (status === "succeeded" || status === "processing") return status;
  if (status === "declined") {
    throw isGivenUp(reason) ? new AppError("gateway_unavailable") : new AppError("card_declined", { reason });
  }
  if (reason === "point_limit_exceeded") throw new AppError("point_limit_exceeded", { isRefunded: true });
  throw new AppError("payment_refunded", { reason });
}
