import { afterAll, inject } from "vitest";
import { type Db, openDatabase } from "@/lib/db/client";

const POOL_MAX = 20;

/** The run's own migrated database. The pool closes when the test file ends. */
export function testDatabase(): Db {
  const db = openDatabase(inject("databaseUrl"), { poolMax: POOL_MAX, name: "rowlock-test" });
  afterAll(() => db.$client.end());
  return db;
}
