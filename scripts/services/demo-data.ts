import { migrateDatabase } from "@/drizzle/migrate";
import { seedDemo } from "@/drizzle/seed";
import { openDatabase } from "@/lib/db/client";
import { step } from "@/scripts/steps";

const POOL_MAX = 4;

/** Brings the database to the newest schema and, if it is empty and may have them, loads the demo data. */
export async function prepareDatabase(url: string, mayLoadDemoData: boolean): Promise<void> {
  await step("Migrations", async (note) => {
    await migrateDatabase(url);
    note("applied");
  });
  await step("Demo data", async (note) => {
    if (!mayLoadDemoData) return note("left out of a production database (--demo loads it)");
    const db = openDatabase(url, { poolMax: POOL_MAX, name: "rowlock-demo-data" });
    try {
      note((await seedDemo(db)) ? "loaded" : "not needed, the database has events");
    } finally {
      await db.$client.end();
    }
  });
}
