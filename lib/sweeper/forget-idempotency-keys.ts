import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";

/** Forgets one batch of first answers older than 24 h, and says how many. */
export async function forgetIdempotencyKeys(db: Db, batchMax: number): Promise<number> {
  const forgotten = await db.execute(sql`
    delete from idempotency_keys where (user_id, key) in (
      select user_id, key from idempotency_keys
      where created_at < now() - interval '24 hours'
      order by created_at limit ${batchMax} for update skip locked
    )
    returning 1
  `);
  return forgotten.length;
}
