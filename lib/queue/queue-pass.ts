import { createHmac } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { env } from "@/lib/env";
import { AppError } from "@/lib/kernel/errors";

const ISSUER = "rowlock";
const AUDIENCE = "rowlock-queue";
const TYPE = "queue-pass+jwt";
const SECOND_MS = 1_000;

type Bearer = { userId: string; scheduleId: string };

/** A signed pass of one person into one schedule, good until `endsAtMs`. It holds without Redis. */
export async function issueQueuePass({ userId, scheduleId }: Bearer, endsAtMs: number): Promise<string> {
  return new SignJWT({ schedule: scheduleId, ends: endsAtMs })
    .setProtectedHeader({ alg: "HS256", typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(userId)
    .setExpirationTime(Math.floor(endsAtMs / SECOND_MS))
    .sign(signingKey());
}

/** When a pass of this person into this schedule ends; `null` when it is over, somebody else's, of elsewhere or none of ours. */
export async function readQueuePass(pass: string, { userId, scheduleId }: Bearer): Promise<number | null> {
  const expected = { issuer: ISSUER, audience: AUDIENCE, typ: TYPE, algorithms: ["HS256"], subject: userId };
  try {
    const { payload } = await jwtVerify<{ schedule: unknown; ends: unknown }>(pass, signingKey(), expected);
    return payload.schedule === scheduleId && typeof payload.ends === "number" ? payload.ends : null;
  } catch {
    return null;
  }
}

let key: Uint8Array | undefined;

/** Derived, so that it opens nothing else. */
function signingKey(): Uint8Array {
  if (!env.AUTH_SECRET) throw new AppError("read_only", { missing: "AUTH_SECRET" });
  key ??= createHmac("sha256", env.AUTH_SECRET).update("rowlock.queue-passes").digest();
  return key;
}
