import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, integer, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";
import { schedules } from "./catalog";

/** A schedule that has a waiting room, and how it lets people in. Who waits in it stands in Redis alone. */
export const scheduleQueues = pgTable(
  "schedule_queues",
  {
    scheduleId: uuid().primaryKey(),
    /** Nobody is let in while it is paused; whoever is in stays in. */
    isPaused: boolean().notNull().default(false),
    /** How many may be in at a time. */
    activeMax: integer().notNull(),
    admitPerMinute: integer().notNull(),
    passTtlSeconds: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.scheduleId], foreignColumns: [schedules.id], name: "schedule_queues_schedule_fk" }),
    check("schedule_queues_positive", sql`active_max > 0 and admit_per_minute > 0 and pass_ttl_seconds > 0`),
  ],
);
