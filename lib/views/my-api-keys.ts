import "server-only";
import { type ApiKey, listApiKeys } from "@/lib/accounts/api-keys";
import { currentActor } from "@/lib/auth/session";
import { AppError } from "@/lib/kernel/errors";
import { services } from "@/lib/runtime/services";
import { readSafely } from "./read-safely";

/**
 * The reader's own keys, from the database that was written to, and the time at which they were read.
 * @throws AppError `unauthenticated` without a session.
 */
export async function readMyApiKeys(): Promise<{ keys: ApiKey[]; nowMs: number }> {
  const actor = await currentActor();
  if (!actor) throw new AppError("unauthenticated");
  const keys = await readSafely("api keys", () => listApiKeys(services().db, actor));
  return { keys, nowMs: Date.now() };
}
