import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/drizzle/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
    redisUrl: string;
  }
}

/** A migrated database of its own for each run, on the services that `npm test` has started. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DATABASE_URL: serverUrl, REDIS_URL: redisUrl } = process.env;
  if (!serverUrl || !redisUrl)
    throw new Error("Database tests need DATABASE_URL and REDIS_URL; `npm test` starts both");

  const name = `rowlock_test_${Date.now()}_${process.pid}`;
  const server = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await server.unsafe(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrateDatabase(url.href);
  project.provide("databaseUrl", url.href);
  project.provide("redisUrl", redisUrl);

  return async () => {
    await server.unsafe(`drop database ${name} with (force)`);
    await server.end();
  };
}
