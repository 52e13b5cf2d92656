import { createHash } from "node:crypto";
import type { Redis } from "@upstash/redis";

/** A Lua script, and the name under which Redis keeps it. */
export type Script = { lua: string; sha1: string };

export const defineScript = (lua: string): Script => ({ lua, sha1: createHash("sha1").update(lua).digest("hex") });

/**
 * Runs a script by its name, so that its text travels only to a Redis that has not seen it, or was
 * emptied since.
 *
 * @throws whatever the client throws.
 */
export async function runScript<T>(
  client: Redis,
  { lua, sha1 }: Script,
  keys: readonly string[],
  inputs: readonly string[],
): Promise<T> {
  try {
    return await client.evalsha<string[], T>(sha1, [...keys], [...inputs]);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes("NOSCRIPT"))) throw error;
    return client.eval<string[], T>(lua, [...keys], [...inputs]);
  }
}
