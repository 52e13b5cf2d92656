import { createHmac } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { env } from "@/lib/env";
import { type Actor, ROLES } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { Recent } from "@/lib/kernel/recent";

const ISSUER = "rowlock";
const AUDIENCE = "rowlock-api";
// RFC 9068: says that this is no other kind of token.
const TYPE = "at+jwt";
const LIFETIME_SECONDS = 3_600;

export type AccessToken = { token: string; expiresInSeconds: number };

/** A signed token that stands for `actor` for an hour. Nothing is kept of it here. */
export async function issueAccessToken(actor: Actor): Promise<AccessToken> {
  const token = await new SignJWT({ role: actor.role })
    .setProtectedHeader({ alg: "HS256", typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(actor.userId)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(signingKey());
  return { token, expiresInSeconds: LIFETIME_SECONDS };
}

/**
 * Whom a token stands for.
 * @throws AppError `invalid_token` when it is forged, expired or none of ours. Not retryable.
 */
export async function readAccessToken(token: string): Promise<Actor> {
  const known = readLately.get(token);
  if (known) return known;
  const expected = { issuer: ISSUER, audience: AUDIENCE, typ: TYPE, algorithms: ["HS256"] };
  const { payload } = await jwtVerify<{ role: unknown }>(token, await verifyingKey(), expected).catch(
    (cause: unknown) => {
      throw new AppError("invalid_token", {}, { cause });
    },
  );
  const role = ROLES.find((known) => known === payload.role);
  const userId = z.uuid().safeParse(payload.sub);
  if (!userId.success || !role) throw new AppError("invalid_token");
  const actor = { userId: userId.data, role };
  readLately.set(token, actor, Math.max(0, (payload.exp ?? 0) * 1_000 - Date.now()));
  return actor;
}

/** Tokens found good, until they expire: nothing can take one back before. At most some 5 MB. */
const readLately = new Recent<Actor>({ max: 10_000, keptForMs: LIFETIME_SECONDS * 1_000 });

let key: Uint8Array<ArrayBuffer> | undefined;
let imported: Promise<CryptoKey> | undefined;

/** Imported once: the library would do so for each token. */
function verifyingKey(): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  imported ??= crypto.subtle.importKey("raw", signingKey(), algorithm, false, ["verify"]);
  return imported;
}

/** Derived, so that it opens nothing else. */
function signingKey(): Uint8Array<ArrayBuffer> {
  if (!env.AUTH_SECRET) throw new AppError("read_only", { missing: "AUTH_SECRET" });
  key ??= new Uint8Array(createHmac("sha256", env.AUTH_SECRET).update("rowlock.access-tokens").digest());
  return key;
}
