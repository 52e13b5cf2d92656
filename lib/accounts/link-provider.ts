import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Db, Tx } from "@/lib/db/client";
import { providerAccounts, users } from "@/lib/db/schema/accounts";
import { pointAccounts } from "@/lib/db/schema/points";
import { withTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import type { Identity } from "./verify-credentials";

export type ProviderProfile = {
  provider: string;
  providerAccountId: string;
  email: string;
  name: string;
};

/**
 * The person behind a sign-in at a provider; makes them on their first visit.
 *
 * An address that already has an account is never taken over on a provider's word: the owner signs
 * in with their password.
 *
 * @throws AppError `email_taken` when the address belongs to another account.
 */
export async function linkProvider(db: Db, profile: ProviderProfile): Promise<Identity> {
  return withTransaction(db, async (tx) => {
    // Two first visits at once must not make two people.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`provider:${profile.provider}:${profile.providerAccountId}`}, 0))`,
    );
    return (await findLinked(tx, profile)) ?? (await createLinked(tx, profile));
  });
}

async function findLinked(tx: Tx, profile: ProviderProfile): Promise<Identity | null> {
  const [linked] = await tx
    .select({ userId: users.id, email: users.email, name: users.name, role: users.role })
    .from(providerAccounts)
    .innerJoin(users, eq(users.id, providerAccounts.userId))
    .where(
      and(
        eq(providerAccounts.provider, profile.provider),
        eq(providerAccounts.providerAccountId, profile.providerAccountId),
      ),
    );
  return linked ?? null;
}

async function createLinked(tx: Tx, profile: ProviderProfile): Promise<Identity> {
  const userId = uuidv7();
  const email = profile.email.toLowerCase();
  const [created] = await tx
    .insert(users)
    .values({ id: userId, email, name: profile.name })
    .onConflictDoNothing()
    .returning({ role: users.role });
  if (!created) throw new AppError("email_taken");
  await tx.insert(pointAccounts).values({ userId });
  await tx
    .insert(providerAccounts)
    .values({ provider: profile.provider, providerAccountId: profile.providerAccountId, userId });
  return { userId, email, name: profile.name, role: created.role };
}
