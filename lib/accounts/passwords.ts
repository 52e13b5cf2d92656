import { hash, verify } from "@node-rs/argon2";

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The package's default algorithm is argon2id.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of `password` in PHC form, with a salt of its own. About 20 ms on a thread of the pool. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** True when `password` is the one `passwordHash` was made from; false too when the stored hash cannot be read. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, password);
  } catch {
    return false;
  }
}
