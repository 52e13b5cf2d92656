import { isStopping } from "@/scripts/services/child";

/** Runs one step of a command and prints what it does, what `note` says about it, and how long it took. */
export async function step<T>(doing: string, work: (note: (detail: string) => void) => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  let detail = "done";
  process.stdout.write(`  ${doing} … `);
  try {
    const result = await work((text) => {
      detail = text;
    });
    console.log(`${detail} (${formatSeconds(performance.now() - startedAt)})`);
    return result;
  } catch (error) {
    // Interrupted, not failed: whoever stops us says the rest.
    if (isStopping()) return new Promise<never>(() => {});
    console.log(`failed (${formatSeconds(performance.now() - startedAt)})`);
    throw error;
  }
}

/** "0.7 s", "84.0 s". */
export function formatSeconds(durationMs: number): string {
  return `${(durationMs / 1_000).toFixed(1)} s`;
}
