import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { pgErrorOf } from "@/lib/db/pg-error";
import { plans, venues } from "@/lib/db/schema/catalog";
import { withTransaction } from "@/lib/db/transaction";
import { assert } from "@/lib/kernel/assert";
import { AppError } from "@/lib/kernel/errors";
import type { Plan, PlanSeat } from "./plan";

export type ImportPlanInput = {
  /** A venue with this slug gets a new version of its plan; otherwise the venue is made. */
  venue: {
    slug: string;
    nameKo: string;
    nameEn: string;
    addressKo?: string;
    addressEn?: string;
    /** Default Asia/Seoul. */
    timeZone?: string;
  };
  plan: Plan;
  /** The file that the plan was read from, kept as it is; null when the project drew the plan. */
  source: unknown;
  /** The sidecar beside that file, kept as it is. */
  sidecar?: unknown;
  /** Told after every few thousand seats how many of them are stored. Nothing is certain before the promise resolves. */
  onProgress?: (stored: number, total: number) => void;
};

export type ImportedPlan = { venueId: string; planId: string; version: number; seatCount: number };

const SEATS_PER_STATEMENT = 5_000;
// What jsonb cannot hold: the character U+0000 and half of a surrogate pair.
const UNSTORABLE_TEXT = new Set(["22P05", "22P02"]);

/**
 * Stores a plan as the next version of its venue's, with all its seats, or not at all. A plan in
 * use is never changed: its tickets keep the version they were made from.
 *
 * @throws AppError `invalid_input` {path, message} when the source holds text that cannot be stored.
 * @throws AppError `busy`, `read_only`: nothing was written, safe to retry.
 */
export async function importPlan(db: Db, input: ImportPlanInput): Promise<ImportedPlan> {
  try {
    return await withTransaction(db, (tx) => insertPlan(tx, input));
  } catch (error) {
    if (!UNSTORABLE_TEXT.has(pgErrorOf(error)?.code ?? "")) throw error;
    const details = {
      path: "",
      message: "The file holds a character that is not text (U+0000 or half a surrogate pair)",
    };
    throw new AppError("invalid_input", details, { cause: error });
  }
}

/** `importPlan` as part of a larger transaction. */
export async function insertPlan(tx: Tx, input: ImportPlanInput): Promise<ImportedPlan> {
  const { venue, plan, source, sidecar, onProgress } = input;
  await tx
    .insert(venues)
    .values({ id: randomUUID(), ...venue })
    .onConflictDoNothing();
  // The venue's row lock gives two imports at once two versions.
  const [stored] = await tx
    .select({ id: venues.id })
    .from(venues)
    .where(eq(venues.slug, venue.slug))
    .for("no key update");
  assert(stored, "the venue was there or has just been made");
  const [latest] = await tx
    .select({ version: sql<number>`coalesce(max(${plans.version}), 0)` })
    .from(plans)
    .where(eq(plans.venueId, stored.id));

  const planId = randomUUID();
  const version = (latest?.version ?? 0) + 1;
  const { name, size, areas, focalPoint, seats } = plan;
  await tx.insert(plans).values({
    id: planId,
    venueId: stored.id,
    version,
    name,
    size,
    areas,
    focalPoint,
    seatCount: seats.length,
    source,
    sidecar,
  });
  for (let first = 0; first < seats.length; first += SEATS_PER_STATEMENT) {
    const batch = seats.slice(first, first + SEATS_PER_STATEMENT);
    await insertSeats(tx, planId, first, batch);
    onProgress?.(first + batch.length, seats.length);
  }
  return { venueId: stored.id, planId, version, seatCount: seats.length };
}

// One JSON parameter a batch: fifty thousand seats as single parameters would pass the protocol's limit.
async function insertSeats(tx: Tx, planId: string, firstIndex: number, seats: readonly PlanSeat[]): Promise<void> {
  const rows = seats.map((seat, i) => ({ ...seat, seatIndex: firstIndex + i }));
  await tx.execute(sql`
    insert into plan_seats (plan_id, seat_index, guid, section, row_label, seat_number, category, x, y,
                            is_accessible, is_companion, is_restricted_view, is_general, view_note)
    select ${planId}::uuid, "seatIndex", guid, section, "rowLabel", "seatNumber", category, x, y,
           "isAccessible", "isCompanion", "isRestrictedView", "isGeneral", "viewNote"
      from json_to_recordset(${JSON.stringify(rows)}::json) as seat(
        "seatIndex" integer, guid text, section text, "rowLabel" text, "seatNumber" text, category text,
        x real, y real, "isAccessible" boolean, "isCompanion" boolean, "isRestrictedView" boolean,
        "isGeneral" boolean, "viewNote" jsonb)`);
}
