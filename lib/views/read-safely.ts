import "server-only";
import { unstable_rethrow } from "next/navigation";
import { isConnectionLost } from "@/lib/db/pg-error";
import { AppError } from "@/lib/kernel/errors";
import { log } from "@/lib/ops/log";

/**
 * Reads for a page. What goes wrong is logged here, without SQL, and thrown on as a bare code,
 * because the framework prints whatever a page throws, statement and parameters included.
 *
 * @throws AppError `read_only` when the database is away, `internal` for anything unexpected.
 */
export async function readSafely<T>(view: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError) throw error;
    log.error({ view, err: error }, "A page could not be read");
    throw new AppError(isConnectionLost(error) ? "read_only" : "internal");
  }
}

/** As `readSafely`, for a part that a page can do without while the database is away: then `fallback` stands in. */
export async function readOrElse<T>(view: string, fallback: T, read: () => Promise<T>): Promise<T> {
  try {
    return await readSafely(view, read);
  } catch (error) {
    if (error instanceof AppError && error.code === "read_only") return fallback;
    throw error;
  }
}
