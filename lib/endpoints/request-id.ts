import { v5 as uuidv5, v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/kernel/actor";

const NAMESPACE = "6f1c9a52-7d0e-4f0b-9a55-1f6f3a9f9d21";

/**
 * The id of what a request makes, where its sender gave none: made from the sender's key, so that a
 * repeat under the same key is the same booking, payment or charge. `kind` keeps those apart that were sent under one key.
 */
export function requestId(kind: string, actor: Actor, idempotencyKey: string | null): string {
  return idempotencyKey === null ? uuidv7() : uuidv5(`${kind}:${actor.userId}:${idempotencyKey}`, NAMESPACE);
}
