import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { asStranger } from "@/lib/testing/stranger";
import { withTransaction } from "./transaction";

const db = testDatabase();

describe("a connection that dies in the middle of a transaction", () => {
  // Guards the patch of the driver (patches/): without it the rollback is written to a socket that is
  // gone, which ends the process and leaves the connection in the pool, where it never answers again.
  it("fails that transaction alone; the pool goes on", async () => {
    const locked = sql`select pg_advisory_xact_lock(hashtext('a connection that dies'))`;

    for (let round = 0; round < 5; round++) {
      let transaction: Promise<unknown> = Promise.resolve();
      await asStranger(db, async ({ tx, untilWaiting }) => {
        await tx.execute(locked);
        transaction = withTransaction(db, (doomed) => doomed.execute(locked));
        transaction.catch(() => {});
        const [pid] = await untilWaiting();
        await db.execute(sql`select pg_terminate_backend(${pid})`);
      });
      await expect(transaction).rejects.toMatchObject({ code: "read_only" });
    }

    const answers = await Promise.all(Array.from({ length: 40 }, () => db.execute(sql`select 1 as one`)));
    expect(answers).toHaveLength(40);
  });
});
