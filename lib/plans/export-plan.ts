import { and, asc, desc, eq } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { planSeats, plans, venues } from "@/lib/db/schema/catalog";
import { AppError } from "@/lib/kernel/errors";
import { writePretixPlan } from "./write-pretix";

export type ExportPlanInput = {
  venueSlug: string;
  /** Default: the latest. */
  version?: number;
};

/** `sidecar` is null when the plan came without one. */
export type ExportedPlan = { version: number; seatCount: number; file: unknown; sidecar: unknown };

/**
 * A plan as the files that it can be imported from. One that was imported comes back as it was,
 * fields that nobody knows included; one that the project drew is written anew.
 *
 * @throws AppError `not_found` when there is no such venue or version.
 */
export async function exportPlan(db: Reader, { venueSlug, version }: ExportPlanInput): Promise<ExportedPlan> {
  const [plan] = await db
    .select({
      id: plans.id,
      version: plans.version,
      seatCount: plans.seatCount,
      name: plans.name,
      size: plans.size,
      areas: plans.areas,
      focalPoint: plans.focalPoint,
      source: plans.source,
      sidecar: plans.sidecar,
    })
    .from(plans)
    .innerJoin(venues, eq(venues.id, plans.venueId))
    .where(and(eq(venues.slug, venueSlug), version === undefined ? undefined : eq(plans.version, version)))
    .orderBy(desc(plans.version))
    .limit(1);
  if (!plan) throw new AppError("not_found");
  const { id, source, sidecar, ...stored } = plan;
  const { seatCount } = stored;
  if (source !== null) return { version: stored.version, seatCount, file: source, sidecar };

  const seats = await db.select().from(planSeats).where(eq(planSeats.planId, id)).orderBy(asc(planSeats.seatIndex));
  return { version: stored.version, seatCount, ...writePretixPlan({ ...stored, seats }) };
}
