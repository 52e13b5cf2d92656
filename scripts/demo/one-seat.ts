import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { CreateBookingInput } from "@/lib/bookings/schema";
import { putPlanOnSale } from "@/lib/catalog/put-plan-on-sale";
import type { Db } from "@/lib/db/client";
import { users } from "@/lib/db/schema/accounts";
import { pointAccounts } from "@/lib/db/schema/points";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import { assert } from "@/lib/kernel/assert";
import { importPlan } from "@/lib/plans/import-plan";
import { PLAIN_SEAT, type Plan } from "@/lib/plans/plan";

const PLAN: Plan = {
  name: "One seat",
  size: { width: 100, height: 100 },
  areas: [],
  focalPoint: null,
  seats: [
    {
      guid: "only",
      section: "A",
      rowLabel: "1",
      seatNumber: "1",
      category: "R",
      x: 50,
      y: 50,
      ...PLAIN_SEAT,
    },
  ],
};

/** Somebody who wants the seat, and the request they will send. */
export type Contender = { fan: Actor; input: CreateBookingInput };

/** A hall of one seat on sale, and `count` fans who are about to book it. */
export async function gatherFans(db: Db, count: number): Promise<Contender[]> {
  const slug = `one-seat-${randomUUID()}`;
  const venue = { slug, nameKo: "한 자리 극장", nameEn: "The one-seat theatre" };
  const { planId } = await importPlan(db, { venue, plan: PLAN, source: null });
  const { scheduleId } = await putPlanOnSale(db, { planId, gradeOfCategory: { R: "R" } });
  const [seat] = await db.select().from(tickets).where(eq(tickets.scheduleId, scheduleId));
  assert(seat, "a published schedule has its tickets");

  const fans = Array.from({ length: count }, (): Actor => ({ userId: randomUUID(), role: "fan" }));
  await db
    .insert(users)
    .values(fans.map(({ userId }) => ({ id: userId, email: `${userId}@rowlock.test`, name: "Demo fan" })));
  await db.insert(pointAccounts).values(fans.map(({ userId }) => ({ userId })));
  const { seatIndex, grade, priceKrw } = seat;
  return fans.map((fan) => ({
    fan,
    input: {
      bookingId: randomUUID(),
      scheduleId,
      seats: [{ seatIndex, grade, priceKrw }],
      totalKrw: priceKrw,
      receiptMethod: "mobile",
    },
  }));
}
