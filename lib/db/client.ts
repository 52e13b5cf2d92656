import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { settings } from "@/lib/settings";
import type { Claim } from "./claim";

/** A pool. With `claim` it is what one keyed request works with; see `claimedBy`. */
export type Db = PostgresJsDatabase & { $client: Sql; claim?: Claim };
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** What a read may run on: the pool, or the transaction it must be part of. */
export type Reader = Pick<Db, "select" | "execute">;

const CONNECT_TIMEOUT_SECONDS = 5;
const IDLE_TIMEOUT_SECONDS = 60;

/**
 * Opens one pool of at most `poolMax` connections. Nothing is sent until the first query.
 *
 * Locking transactions and plain reads get a pool each, because postgres.js pipelines onto busy
 * connections: a statement that waits for a row lock would delay the unrelated reads behind it.
 * The bounds below are connection parameters so that a transaction spends no round trip on them.
 */
export function openDatabase(url: string, options: { poolMax: number; name: string }): Db {
  const client = postgres(url, {
    max: options.poolMax,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    idle_timeout: IDLE_TIMEOUT_SECONDS,
    // The driver would ask for the array types of each new connection and let nobody catch its failure.
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: options.name,
      default_transaction_isolation: "read committed",
      lock_timeout: settings.lockTimeoutMs,
      statement_timeout: settings.transactionTimeoutMs,
      idle_in_transaction_session_timeout: settings.transactionTimeoutMs,
    },
  });
  return drizzle({ client, casing: "snake_case" });
}
