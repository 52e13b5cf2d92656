import { eq, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { users } from "@/lib/db/schema/accounts";
import type { Role } from "@/lib/kernel/actor";
import { hashPassword, verifyPassword } from "./passwords";
import type { SignInInput } from "./schema";

export type Identity = { userId: string; email: string; name: string; role: Role };

// Verified against when nobody has the address, so that the answer takes as long either way and
// does not tell who has an account.
let decoyHash: Promise<string> | undefined;

/**
 * Who these credentials belong to, or `null`. Takes the same time whether or not the address exists.
 */
export async function verifyCredentials(db: Reader, input: SignInInput): Promise<Identity | null> {
  const [user] = await db
    .select()
    .from(users)
    .where(eq(sql`lower(${users.email})`, input.email));
  decoyHash ??= hashPassword("nobody has this password");
  const isMatch = await verifyPassword(user?.passwordHash ?? (await decoyHash), input.password);
  if (!user?.passwordHash || !isMatch) return null;
  return { userId: user.id, email: user.email, name: user.name, role: user.role };
}
