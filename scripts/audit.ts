import { audit, RULES } from "@/lib/audit/audit";
import { openDatabase } from "@/lib/db/client";
import { printFailure } from "@/scripts/failure";
import { findConnection } from "@/scripts/services/connection";

/** `npm run audit`: checks every promise over the whole database, names what is broken, exits 1 when anything is. */
async function run(): Promise<number> {
  const db = openDatabase(findConnection().databaseUrl, { poolMax: 1, name: "rowlock-audit" });
  try {
    const startedMs = performance.now();
    const violations = await audit(db);
    for (const { rule, subject, detail } of violations) console.log(`${rule}: ${subject}: ${detail}`);
    const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
    console.log(`${RULES.length} rules checked in ${seconds} s: ${violations.length} violations`);
    return violations.length === 0 ? 0 : 1;
  } finally {
    await db.$client.end();
  }
}

run().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    printFailure(error);
    process.exitCode = 1;
  },
);
