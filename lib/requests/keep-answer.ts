import { sql } from "drizzle-orm";
import type { Claim, KeyedRequest } from "@/lib/db/claim";
import type { Db } from "@/lib/db/client";
import { prepared } from "@/lib/db/prepared";
import { idempotencyKeys } from "@/lib/db/schema/requests";
import { type FirstAnswer, findRequest } from "./admit-request";

/**
 * Makes `answer` the first answer of a request, unless it has one.
 *
 * @returns the answer to give: the first one. Safe to repeat.
 */
export async function keepAnswer(db: Db, { request }: Claim, answer: FirstAnswer): Promise<FirstAnswer> {
  const kept = await writeAnswer(db, { ...request, ...answer });
  if (kept.length === 1) return answer;
  return (await findRequest(db, request))?.answer ?? answer;
}

const given = (name: keyof (KeyedRequest & FirstAnswer)) => sql`${sql.placeholder(name)}`;

const writeAnswer = prepared<KeyedRequest & FirstAnswer, { key: string }[]>((build) =>
  build
    .insert(idempotencyKeys)
    .values({
      ...{ userId: given("userId"), key: given("key"), operation: given("operation") },
      ...{ requestHash: given("requestHash"), status: given("status"), body: given("body") },
    })
    .onConflictDoUpdate({
      target: [idempotencyKeys.userId, idempotencyKeys.key],
      set: { status: sql`excluded.status`, body: sql`excluded.body` },
      setWhere: sql`${idempotencyKeys.status} is null and ${idempotencyKeys.requestHash} = excluded.request_hash`,
    })
    .returning({ key: idempotencyKeys.key })
    .prepare("keep_first_answer"),
);

/** Leaves an unanswered request to whoever repeats it, at once. Does nothing to a claim that was rolled back or taken over. */
export async function leaveRequest(db: Db, { request, lease }: Claim): Promise<void> {
  if (lease === null) return;
  await db.execute(sql`
    update idempotency_keys set running_until = clock_timestamp()
    where user_id = ${request.userId}::uuid and key = ${request.key}
      and status is null and running_until = ${lease}::timestamptz`);
}
