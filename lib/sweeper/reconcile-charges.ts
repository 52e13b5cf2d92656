import { and, asc, eq, lte, sql } from "drizzle-orm";
import { refundCardPayment } from "@/lib/bookings/refund-card-payment";
import { settleCardPayment } from "@/lib/bookings/settle-card-payment";
import type { Db } from "@/lib/db/client";
import { payments } from "@/lib/db/schema/payments";
import { pointCharges } from "@/lib/db/schema/points";
import { log } from "@/lib/ops/log";
import { within } from "@/lib/payments/ask-gateway";
import { type ChargeVerdict, GIVE_UP_AFTER_TIMEOUTS, SECOND_LOOK_AFTER_MS } from "@/lib/payments/rules";
import { refundPointCharge, settlePointCharge } from "@/lib/points/settle-point-charge";
import type { Services } from "@/lib/services";

const CHARGES_PER_RUN_MAX = 100;
const ASKED_AT_ONCE = 10;

/** How many charges learnt their fate, and how many refunds were taken. */
export type Reconciliation = { settled: number; refunded: number };

/**
 * Asks the card company about every charge that has had no answer for `gatewayTimeoutMs`, and for
 * every refund that is owed; payments of bookings and charges of points alike, at most 100 of each.
 *
 * A charge the gateway never saw is given up after three timeouts, so that the fan may try again,
 * and asked about once more later: should it have gone through after all, its money goes back.
 */
export async function reconcileCharges(
  services: Services,
  limits: { gatewayTimeoutMs: number },
): Promise<Reconciliation> {
  const { db } = services;
  const { gatewayTimeoutMs } = limits;
  const inquiries: Inquiry[] = [];
  for (const book of [paymentBook(services), pointChargeBook(services)]) {
    for (const found of await findUnanswered(db, book.table, gatewayTimeoutMs)) {
      inquiries.push({ ...found, settle: (verdict) => book.settle(found.id, verdict) });
    }
  }
  const settled = await countDone(inquiries, (inquiry) => inquire(services, inquiry, gatewayTimeoutMs));

  const refunds = [...(await paymentBook(services).findRefunds()), ...(await pointChargeBook(services).findRefunds())];
  return { settled, refunded: await countDone(refunds, (refund) => refund()) };
}

type Unanswered = { id: string; mayGiveUpAs: "no_answer" | "never_charged" | null };
type Inquiry = Unanswered & { settle: (verdict: ChargeVerdict) => Promise<unknown> };
type ChargeTable = typeof payments | typeof pointCharges;

function paymentBook(services: Services) {
  return {
    table: payments,
    settle: (id: string, verdict: ChargeVerdict) => settleCardPayment(services, id, verdict),
    findRefunds: async () => {
      const due = await services.db
        .select()
        .from(payments)
        .where(eq(payments.status, "refund_due"))
        .orderBy(asc(payments.createdAt))
        .limit(CHARGES_PER_RUN_MAX);
      return due.map((payment) => async () => (await refundCardPayment(services, payment)).status === "refunded");
    },
  };
}

function pointChargeBook(services: Services) {
  return {
    table: pointCharges,
    settle: (id: string, verdict: ChargeVerdict) => settlePointCharge(services, id, verdict),
    findRefunds: async () => {
      const due = await services.db
        .select()
        .from(pointCharges)
        .where(eq(pointCharges.status, "refund_due"))
        .orderBy(asc(pointCharges.createdAt))
        .limit(CHARGES_PER_RUN_MAX);
      return due.map((charge) => async () => (await refundPointCharge(services, charge)).status === "refunded");
    },
  };
}

async function findUnanswered(db: Db, table: ChargeTable, gatewayTimeoutMs: number): Promise<Unanswered[]> {
  const ago = (ms: number) => sql`now() - ${ms} * interval '1 millisecond'`;
  const processing = await db
    .select({
      id: table.id,
      isOld: sql<boolean>`${table.createdAt} <= ${ago(gatewayTimeoutMs * GIVE_UP_AFTER_TIMEOUTS)}`,
    })
    .from(table)
    .where(and(eq(table.status, "processing"), lte(table.createdAt, ago(gatewayTimeoutMs))))
    .orderBy(asc(table.createdAt))
    .limit(CHARGES_PER_RUN_MAX);
  const givenUp = await db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.reason, "no_answer"), lte(table.settledAt, ago(SECOND_LOOK_AFTER_MS))))
    .orderBy(asc(table.settledAt))
    .limit(CHARGES_PER_RUN_MAX);
  return [
    ...processing.map(({ id, isOld }) => ({ id, mayGiveUpAs: isOld ? ("no_answer" as const) : null })),
    ...givenUp.map(({ id }) => ({ id, mayGiveUpAs: "never_charged" as const })),
  ];
}

/** True when the charge's fate is known now. */
async function inquire({ gateway }: Services, inquiry: Inquiry, timeoutMs: number): Promise<boolean> {
  const found = await within(timeoutMs, () => gateway.find(inquiry.id));
  if (found) await inquiry.settle(found);
  else if (inquiry.mayGiveUpAs) await inquiry.settle({ status: "given_up", reason: inquiry.mayGiveUpAs });
  else return false;
  return true;
}

/** Does all, a few at once. One failure stops nobody else; a whole handful failing means that the gateway is away. */
async function countDone<T>(all: readonly T[], act: (one: T) => Promise<boolean>): Promise<number> {
  let done = 0;
  for (let start = 0; start < all.length; start += ASKED_AT_ONCE) {
    const answers = await Promise.allSettled(all.slice(start, start + ASKED_AT_ONCE).map(act));
    for (const answer of answers) {
      if (answer.status === "rejected") log.warn({ err: answer.reason }, "A charge could not be reconciled");
      else if (answer.value) done += 1;
    }
    if (answers.every((answer) => answer.status === "rejected")) break;
  }
  return done;
}
