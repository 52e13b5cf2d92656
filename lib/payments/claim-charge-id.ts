import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/kernel/errors";

// Keeps these locks apart from others that are named by a hash.
const LOCK_SEED = 7;
const OTHER_TABLE = { payment: sql`point_charges`, point_charge: sql`payments` };

/**
 * Claims an id for a charge of a card, until the transaction ends. The card company charges once per id
 * whatever it is for, and clients choose ids: without this, a payment's id sent again as that of a charge
 * of points would buy the points with the money that paid the booking.
 *
 * @throws AppError `id_reused` when the id stands for the other kind already. Not retryable.
 */
export async function claimChargeId(tx: Tx, id: string, kind: keyof typeof OTHER_TABLE): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, ${LOCK_SEED}))`);
  // A statement of its own, so that it sees what was committed while we waited.
  const taken = await tx.execute(sql`select 1 from ${OTHER_TABLE[kind]} where id = ${id}::uuid`);
  if (taken.length > 0) throw new AppError("id_reused");
}
