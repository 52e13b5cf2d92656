import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = join(".data", "auth-secret");
const BYTES = 32;

/** The secret that signs sessions: made once per checkout, so that people stay signed in over a restart. */
export function keepAuthSecret(): string {
  if (!existsSync(FILE)) writeFileSync(FILE, randomBytes(BYTES).toString("base64url"), { mode: 0o600 });
  return readFileSync(FILE, "utf8").trim();
}
