import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { migrateDatabase } from "@/drizzle/migrate";
import { type Db, openDatabase } from "@/lib/db/client";

const POOL_MAX = 10;

/** A migrated database of this test file's own, for tests that act on all of it or break it on purpose. Dropped at the end. */
export async function scratchDatabase(): Promise<Db> {
  const name = `rowlock_scratch_${randomBytes(8).toString("hex")}`;
  const server = postgres(inject("databaseUrl"), { max: 1, onnotice: () => {} });
  await server.unsafe(`create database ${name}`);
  const url = new URL(inject("databaseUrl"));
  url.pathname = `/${name}`;
  await migrateDatabase(url.href);

  const db = openDatabase(url.href, { poolMax: POOL_MAX, name: "rowlock-scratch" });
  afterAll(async () => {
    await db.$client.end();
    await server.unsafe(`drop database ${name} with (force)`);
    await server.end();
  });
  return db;
}
