import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/**
 * Brings the database at `url` to the newest schema. Safe to repeat, and safe when two processes
 * start at once: the second waits for the first and finds nothing left to do.
 *
 * Use a direct connection: migrations hold a session lock, which a transaction-mode pooler would lose.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(hashtext('rowlock.migrations'))`;
    await migrate(drizzle({ client }), { migrationsFolder: "drizzle" });
  } finally {
    await client.end();
  }
}
