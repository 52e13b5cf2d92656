import { sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import type { GradeCode } from "@/lib/db/schema/catalog";
import type { GradeRun } from "./seat-map";

/**
 * Which grade every seat of a schedule is sold as, from seat 0 on, in one query. A hall of 50,000
 * has some hundred runs. Empty when there is no such schedule.
 */
export async function readGradeRuns(db: Reader, scheduleId: string): Promise<GradeRun[]> {
  // Within one run of a grade, a seat's index and its number among the seats of that grade rise together.
  const runs = await db.execute<{ grade: GradeCode; seatCount: number }>(sql`
    select grade, count(*)::int as "seatCount"
      from (select grade, seat_index,
                   seat_index - row_number() over (partition by grade order by seat_index) as run
              from tickets where schedule_id = ${scheduleId}::uuid) seat
     group by grade, run
     order by min(seat_index)`);
  return runs.map(({ grade, seatCount }) => [grade, seatCount]);
}
