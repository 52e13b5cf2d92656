import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { testGatewayCharges } from "@/lib/db/schema/test-gateway";
import { log } from "@/lib/ops/log";
import {
  type CardGateway,
  type ChargeRequest,
  DECLINE_REASONS,
  type DeclineReason,
  type GatewayCharge,
} from "./gateway";
import type { GatewayNotification } from "./notification-signature";

/** Marks the references of this gateway; the audit checks them against its books. */
export const TEST_REFERENCE_PREFIX = "tg_";

const SLOW_ANSWER_MS = 3_000;
const NOTIFY_DELAY_MS = 20;
const DELIVERIES_MAX = 3;
const REDELIVER_AFTER_MS = 500;

type TestGatewayOptions = {
  /** Charges are committed here at once, outside every transaction of the sale. */
  db: Db;
  /** Takes a notification, to be signed on its way; one that throws is delivered again, three times in all. */
  notify: (notification: GatewayNotification) => Promise<void>;
  slowAnswerMs?: number;
};

export type TestGateway = CardGateway & {
  /** Settles once every notification under way has been delivered or given up. */
  notified(): Promise<void>;
};

const DECLINES: Record<string, DeclineReason> = {
  tok_decline_funds: "insufficient_funds",
  tok_decline_lost: "lost_card",
};

const APPROVING = new Set(["tok_approve", "tok_slow", "tok_timeout_after_charge", "tok_duplicate_notification"]);

/**
 * A card company that behaves like a real one, bad days included: the card token decides which (see
 * test-cards.ts). It keeps books of its own, charges once per key, answers a repeated key with the
 * first answer, and notifies each charge once without being asked.
 */
export function createTestGateway(options: TestGatewayOptions): TestGateway {
  const { db, slowAnswerMs = SLOW_ANSWER_MS } = options;
  const underway = new Set<Promise<void>>();
  const notify = (notification: GatewayNotification, after: Promise<unknown>) => {
    const delivery: Promise<void> = after
      .then(() => deliver(options, notification))
      .finally(() => underway.delete(delivery));
    underway.add(delivery);
  };

  return {
    async charge(request) {
      const { cardToken, signal } = request;
      if (cardToken === "tok_timeout_before_charge") return untilGivenUp(signal);

      const { charge, isNew } = await book(db, request);
      const isAnswerLost = isNew && cardToken === "tok_timeout_after_charge";
      const copies = !isNew ? 0 : cardToken === "tok_duplicate_notification" ? 2 : 1;
      for (let copy = 0; copy < copies; copy++) {
        const askerIsGone = isAnswerLost ? untilGivenUp(signal).catch(() => {}) : Promise.resolve();
        notify(
          notificationOf(request, charge),
          askerIsGone.then(() => sleep(NOTIFY_DELAY_MS)),
        );
      }
      if (isAnswerLost) return untilGivenUp(signal);
      if (isNew && cardToken === "tok_slow") await sleep(slowAnswerMs, undefined, { signal });
      return charge;
    },
    async find(idempotencyKey) {
      const [row] = await db
        .select()
        .from(testGatewayCharges)
        .where(eq(testGatewayCharges.idempotencyKey, idempotencyKey));
      return row ? chargeOfRow(row) : null;
    },
    async refund(reference) {
      const refunded = await db
        .update(testGatewayCharges)
        .set({ refundedKrw: testGatewayCharges.amountKrw })
        .where(eq(testGatewayCharges.reference, reference))
        .returning({ status: testGatewayCharges.status });
      if (refunded[0]?.status !== "approved") throw new Error(`The test gateway charged nothing under ${reference}`);
    },
    async notified() {
      while (underway.size > 0) await Promise.all(underway);
    },
  };
}

type ChargeRow = typeof testGatewayCharges.$inferSelect;

/** Commits the charge, or finds the one made under the same key before. */
async function book(db: Db, request: ChargeRequest): Promise<{ charge: GatewayCharge; isNew: boolean }> {
  const { idempotencyKey, amountKrw, cardToken } = request;
  const isApproved = APPROVING.has(cardToken);
  const [made] = await db
    .insert(testGatewayCharges)
    .values({
      reference: TEST_REFERENCE_PREFIX + randomUUID(),
      idempotencyKey,
      amountKrw,
      status: isApproved ? "approved" : "declined",
      declineCode: isApproved ? null : (DECLINES[cardToken] ?? "do_not_honor"),
    })
    .onConflictDoNothing({ target: testGatewayCharges.idempotencyKey })
    .returning();
  if (made) return { charge: chargeOfRow(made), isNew: true };

  const [first] = await db
    .select()
    .from(testGatewayCharges)
    .where(eq(testGatewayCharges.idempotencyKey, idempotencyKey));
  if (!first) throw new Error(`The test gateway lost its charge ${idempotencyKey}`);
  return { charge: chargeOfRow(first), isNew: false };
}

function chargeOfRow({ status, reference, amountKrw, declineCode }: ChargeRow): GatewayCharge {
  if (status === "approved") return { status, reference, amountKrw };
  const reason = DECLINE_REASONS.find((known) => known === declineCode) ?? "do_not_honor";
  return { status, reference, reason };
}

function notificationOf({ idempotencyKey, amountKrw }: ChargeRequest, charge: GatewayCharge): GatewayNotification {
  const { reference } = charge;
  if (charge.status === "approved") return { type: "charge.approved", idempotencyKey, reference, amountKrw };
  return { type: "charge.declined", idempotencyKey, reference, amountKrw, reason: charge.reason };
}

async function deliver(options: TestGatewayOptions, notification: GatewayNotification): Promise<void> {
  for (let attempt = 1; attempt <= DELIVERIES_MAX; attempt++) {
    try {
      return await options.notify(notification);
    } catch (error) {
      log.warn({ err: error, attempt, charge: notification.idempotencyKey }, "A notification was not taken");
      if (attempt < DELIVERIES_MAX) await sleep(REDELIVER_AFTER_MS);
    }
  }
}

/** Never answers; rejects when the asker gives up. */
function untilGivenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
