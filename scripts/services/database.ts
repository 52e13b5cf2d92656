import postgres from "postgres";
import { pgErrorOf } from "@/lib/db/pg-error";
import { Failure } from "@/scripts/failure";

const CONNECT_TIMEOUT_SECONDS = 5;
const VERSION_OLDEST = 17;
const WRONG_PASSWORD = new Set(["28P01", "28000"]);

/**
 * True when the server takes queries, false while it is still starting.
 * @throws Failure when the password of our own database is refused, which waiting does not mend.
 */
export async function answersQueries(url: string): Promise<boolean> {
  try {
    await query(url, "select 1");
    return true;
  } catch (error) {
    if (!WRONG_PASSWORD.has(pgErrorOf(error)?.code ?? "")) return false;
    throw new Failure("The database does not accept its own password. Start over with: npm start -- --reset");
  }
}

/** Creates the database if it is not there yet. */
export async function createDatabase(url: string, name: string): Promise<void> {
  const found = await query(url, `select 1 from pg_database where datname = '${name}'`);
  if (found.length === 0) await query(url, `create database ${name}`);
}

/**
 * The server's version, as in "18.4".
 * @throws Failure naming what is wrong with a given DATABASE_URL: unreachable, refused, or older than 17.
 */
export async function requireUsableServer(url: string): Promise<string> {
  if (!URL.canParse(url)) {
    throw new Failure("DATABASE_URL is not an address. It looks like postgres://user:password@host:5432/database");
  }
  const { host } = new URL(url);
  const version = await query(url, "show server_version").then(
    ([row]) => String(row?.server_version).split(" ")[0] ?? "",
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Failure(
        `The database at ${host} (DATABASE_URL) could not be used: ${reason}. Start or correct it, or unset DATABASE_URL to use Rowlock's own.`,
      );
    },
  );
  if (Number.parseInt(version, 10) >= VERSION_OLDEST) return version;
  throw new Failure(
    `The database at ${host} (DATABASE_URL) is PostgreSQL ${version}; Rowlock needs ${VERSION_OLDEST} or newer. Unset DATABASE_URL to use Rowlock's own.`,
  );
}

async function query(url: string, statement: string): Promise<postgres.Row[]> {
  const client = postgres(url, { max: 1, connect_timeout: CONNECT_TIMEOUT_SECONDS, onnotice: () => {} });
  try {
    return await client.unsafe(statement);
  } finally {
    await client.end();
  }
}
