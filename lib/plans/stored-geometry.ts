import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { Reader } from "@/lib/db/client";
import { encodeGeometry } from "./encode-geometry";
import { readGeometry } from "./read-geometry";

/** A plan's geometry as it is sent. */
export type StoredGeometry = {
  /** Names this content and no other: 22 characters of base64url. */
  hash: string;
  json: Uint8Array<ArrayBuffer>;
  /** The same as a gzip file, made when it is first asked for. */
  gzipped: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** At 50,000 seats a plan is about 0.4 MB. */
const PLANS_KEPT_MAX = 32;
const HASH_LENGTH = 22;
const kept = new Map<string, Promise<StoredGeometry>>();

/**
 * A plan's geometry, encoded. A plan never changes, so a process reads and packs it once, however many
 * ask at the same time, and keeps those asked for last.
 *
 * @throws AppError `not_found` when there is no such plan. Safe to retry.
 */
export function storedGeometry(db: Reader, planId: string): Promise<StoredGeometry> {
  const stored = kept.get(planId) ?? readAndPack(db, planId);
  kept.delete(planId);
  kept.set(planId, stored);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size > PLANS_KEPT_MAX) kept.delete(oldest);
  stored.catch(() => {
    if (kept.get(planId) === stored) kept.delete(planId);
  });
  return stored;
}

const compress = promisify(gzip);

async function readAndPack(db: Reader, planId: string): Promise<StoredGeometry> {
  const json = new TextEncoder().encode(JSON.stringify(encodeGeometry(await readGeometry(db, planId))));
  const hash = createHash("sha256").update(json).digest("base64url").slice(0, HASH_LENGTH);
  let packed: Promise<Uint8Array<ArrayBuffer>> | undefined;
  const gzipped = () => {
    packed ??= compress(json, { level: constants.Z_BEST_COMPRESSION }).then((bytes) => new Uint8Array(bytes));
    return packed;
  };
  return { hash, json, gzipped };
}
