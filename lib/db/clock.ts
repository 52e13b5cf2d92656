import { sql } from "drizzle-orm";
import { assert } from "@/lib/kernel/assert";
import type { Reader } from "./client";

/**
 * The database's clock at the moment this expression is evaluated, as whole milliseconds since 1970.
 * `now()` would not do: it stands still from the start of the transaction, through every lock wait.
 */
export const clockMs = sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::float8`;

/** The database's clock. After a lock wait ask in a statement of its own, which begins when the wait is over. */
export async function readClock(reader: Reader): Promise<Date> {
  const [row] = await reader.execute<{ now_ms: number }>(sql`select ${clockMs} as now_ms`);
  assert(row, "the clock answers with one row");
  return new Date(row.now_ms);
}
