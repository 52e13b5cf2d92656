import { type SQL, sql } from "drizzle-orm";

/** One broken promise: which, of what, and the facts. */
export type Violation = { rule: string; subject: string; detail: string };

/** A part of the database; everything, when neither is named. */
export type AuditScope = { scheduleIds?: readonly string[]; userIds?: readonly string[] };

/** A promise, and the query that finds where it is broken: rows of (subject, detail), both text. */
export type Rule = { name: string; find: (scope: AuditScope) => SQL };

/** Limits a rule about seats and bookings. */
export function inSchedules({ scheduleIds, userIds }: AuditScope, column: SQL): SQL {
  if (scheduleIds) return isOneOf(column, scheduleIds);
  if (!userIds) return sql`true`;
  return sql`${column} in (select schedule_id from bookings where ${isOneOf(sql`user_id`, userIds)})`;
}

/** Limits a rule about points. */
export function ofUsers({ scheduleIds, userIds }: AuditScope, column: SQL): SQL {
  if (userIds) return isOneOf(column, userIds);
  if (!scheduleIds) return sql`true`;
  return sql`${column} in (select user_id from bookings where ${isOneOf(sql`schedule_id`, scheduleIds)})`;
}

function isOneOf(column: SQL, ids: readonly string[]): SQL {
  return ids.length === 0 ? sql`false` : sql`${column} in ${[...ids]}`;
}
