import { sql } from "drizzle-orm";
import type { Claim } from "@/lib/db/claim";
import type { Db } from "@/lib/db/client";
import { type FirstAnswer, findRequest } from "./admit-request";

/**
 * Makes `answer` the first answer of a request, unless it has one.
 *
 * @returns the answer to give: the first one. Safe to repeat.
 */
export async function keepAnswer(db: Db, { request }: Claim, answer: FirstAnswer): Promise<FirstAnswer> {
  const { userId, key, operation, requestHash } = request;
  const kept = await db.execute(sql`
    insert into idempotency_keys (user_id, key, operation, request_hash, status, body)
    values (${userId}::uuid, ${key}, ${operation}, ${requestHash}, ${answer.status}, ${answer.body})
    on conflict (user_id, key) do update set status = excluded.status, body = excluded.body
    where idempotency_keys.status is null and idempotency_keys.request_hash = excluded.request_hash
    returning 1`);
  if (kept.length === 1) return answer;
  return (await findRequest(db, request))?.answer ?? answer;
}

/** Leaves an unanswered request to whoever repeats it, at once. Does nothing to a claim that was rolled back or taken over. */
export async function leaveRequest(db: Db, { request, lease }: Claim): Promise<void> {
  if (lease === null) return;
  await db.execute(sql`
    update idempotency_keys set running_until = clock_timestamp()
    where user_id = ${request.userId}::uuid and key = ${request.key}
      and status is null and running_until = ${lease}::timestamptz`);
}
