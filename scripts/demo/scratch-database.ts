import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { migrateDatabase } from "@/drizzle/migrate";
import { type Db, openDatabase } from "@/lib/db/client";

const POOL_MAX = 20;

/** A database made for one demonstration. */
export type ScratchDatabase = { db: Db; drop: () => Promise<void> };

/** Makes and migrates a database beside the one at `serverUrl`, with every connection of its pool open. */
export async function makeScratchDatabase(serverUrl: string): Promise<ScratchDatabase> {
  const name = `rowlock_demo_${randomBytes(6).toString("hex")}`;
  const server = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await server.unsafe(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const db = openDatabase(url.href, { poolMax: POOL_MAX, name: "rowlock-demo" });
  const drop = async () => {
    await db.$client.end();
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.end();
  };

  try {
    await migrateDatabase(url.href);
    // The race is to measure the sale, not the opening of connections.
    await Promise.all(Array.from({ length: POOL_MAX }, async () => db.execute(sql`select pg_sleep(0.2)`)));
    return { db, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}
