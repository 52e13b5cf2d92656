import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { gatewayRules } from "./gateway-rules";
import { paymentRules } from "./payment-rules";
import { pointRules } from "./point-rules";
import type { AuditScope, Rule, Violation } from "./rule";
import { seatRules } from "./seat-rules";

const VIOLATIONS_PER_RULE_MAX = 100;

/** Every promise that the audit looks after. */
export const RULES: readonly Rule[] = [...seatRules, ...paymentRules, ...pointRules, ...gatewayRules];

/**
 * Looks for broken promises: seats, bookings, payments, points and the card company's books must tell
 * one story. All rules read one snapshot, and every committed state keeps every promise, so it may
 * run in the middle of a sale and is right at that instant.
 *
 * @param scope limits it to some schedules or fans; the whole database without.
 * @returns the violations, at most 100 of each rule; empty when all is well.
 * @throws the driver's error. It only reads; safe to retry.
 */
export async function audit(db: Pick<Db, "transaction">, scope: AuditScope = {}): Promise<Violation[]> {
  return db.transaction(
    async (tx) => {
      // Rules read whole tables; the bound for requests is not meant for them.
      await tx.execute(sql`set local statement_timeout = '10min'`);
      const violations: Violation[] = [];
      for (const rule of RULES) {
        const found = await tx.execute<{ subject: string; detail: string }>(
          sql`select * from (${rule.find(scope)}) found limit ${VIOLATIONS_PER_RULE_MAX}`,
        );
        violations.push(...found.map(({ subject, detail }) => ({ rule: rule.name, subject, detail })));
      }
      return violations;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
