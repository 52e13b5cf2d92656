import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db/client";
import { violates } from "@/lib/db/pg-error";
import { users } from "@/lib/db/schema/accounts";
import { pointAccounts } from "@/lib/db/schema/points";
import { withTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { hashPassword } from "./passwords";
import type { SignUpInput } from "./schema";

/**
 * Makes a person and their empty point account, or neither.
 *
 * @throws AppError `email_taken` when the address (compared without case) already has an account. Not retryable.
 * @throws AppError `busy`, `read_only` as `withTransaction`; a retry after a lost answer meets `email_taken`.
 */
export async function signUp(db: Db, input: SignUpInput): Promise<{ userId: string }> {
  const userId = uuidv7();
  const passwordHash = await hashPassword(input.password);
  try {
    await withTransaction(db, async (tx) => {
      await tx.insert(users).values({ id: userId, email: input.email, name: input.name, passwordHash });
      await tx.insert(pointAccounts).values({ userId });
    });
  } catch (error) {
    if (violates(error, "users_email_unique")) throw new AppError("email_taken", {}, { cause: error });
    throw error;
  }
  return { userId };
}
