import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { currentActor } from "@/lib/auth/session";
import { cacheTags } from "@/lib/cache/tags";
import { findSchedule, type ScheduleDetail } from "@/lib/catalog/queries";
import { readGradeRuns } from "@/lib/plans/read-grade-runs";
import type { GradeRun } from "@/lib/plans/seat-map";
import { storedGeometry } from "@/lib/plans/stored-geometry";
import { services } from "@/lib/runtime/services";
import { readAvailability } from "@/lib/seats/availability";
import { type PackedAvailability, packAvailability } from "@/lib/seats/availability-wire";
import { findHold, type Hold } from "@/lib/seats/find-hold";
import { settings } from "@/lib/settings";
import { readOrElse, readSafely } from "./read-safely";

export type SchedulePage = {
  schedule: ScheduleDetail;
  /** Where the hall's geometry is, by the hash of its content. */
  geometryUrl: string;
  gradeRuns: GradeRun[];
};

/**
 * A schedule, and of its seats only what is not in the geometry: a few kilobytes for 50,000. None of it
 * changes while it sells; an admin's change revalidates it.
 */
export async function readSchedulePage(scheduleId: string): Promise<SchedulePage | null> {
  "use cache";
  cacheTag(cacheTags.schedule(scheduleId));
  cacheLife({ revalidate: settings.scheduleListCacheTtlSeconds, expire: settings.scheduleListCacheTtlSeconds * 2 });
  return readSafely("seat-map", async () => {
    const { readDb } = services();
    const schedule = await findSchedule(readDb, scheduleId);
    if (!schedule) return null;
    const { planId } = schedule;
    const [{ hash }, gradeRuns] = await Promise.all([storedGeometry(readDb, planId), readSeatGrades(scheduleId)]);
    return { schedule, geometryUrl: `/api/v1/plans/${planId}/geometry/${hash}.gz`, gradeRuns };
  });
}

/** The grades of a schedule's seats in the order of their indexes; an admin's change of prices revalidates them. */
export async function readSeatGrades(scheduleId: string): Promise<GradeRun[]> {
  "use cache";
  cacheTag(cacheTags.schedule(scheduleId));
  cacheLife({ revalidate: settings.scheduleListCacheTtlSeconds, expire: settings.scheduleListCacheTtlSeconds * 2 });
  return readSafely("seat-grades", () => readGradeRuns(services().readDb, scheduleId));
}

/** The seats as they stand, for the first paint; the page goes on asking by itself. */
export function readAvailabilityNow(scheduleId: string): Promise<PackedAvailability> {
  return readSafely("availability", async () => packAvailability(await readAvailability(services(), scheduleId)));
}

/** What the reader holds here, or `null`, also while the database is away. Never cached, and read where it was written. */
export async function readMyHold(scheduleId: string): Promise<Hold | null> {
  const actor = await currentActor();
  return actor && readOrElse("my-hold", null, () => findHold(services().db, actor, scheduleId));
}
