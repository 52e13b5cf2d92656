import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { EVENT_CATEGORIES, type EventCategory } from "@/lib/kernel/event-category";
import type { PlanAreas, PlanPoint, PlanSize, ViewNote } from "@/lib/plans/plan";

/** A hall. Times of its schedules are shown in `timeZone`. */
export const venues = pgTable("venues", {
  id: uuid().primaryKey(),
  slug: text().notNull().unique("venues_slug_unique"),
  nameKo: text().notNull(),
  nameEn: text().notNull(),
  addressKo: text().notNull().default(""),
  addressEn: text().notNull().default(""),
  timeZone: text().notNull().default("Asia/Seoul"),
});

/**
 * One immutable version of a hall's seating plan. A change is a new version, so that sold seats
 * never move. `source` is the imported pretix file word for word and `sidecar` what came beside it,
 * for a lossless export. `focalPoint` is where everybody looks; null when nobody said.
 */
export const plans = pgTable(
  "plans",
  {
    id: uuid().primaryKey(),
    venueId: uuid().notNull(),
    version: integer().notNull(),
    name: text().notNull(),
    size: jsonb().$type<PlanSize>().notNull(),
    areas: jsonb().$type<PlanAreas>().notNull(),
    focalPoint: jsonb().$type<PlanPoint>(),
    seatCount: integer().notNull(),
    source: jsonb().$type<unknown>(),
    sidecar: jsonb().$type<unknown>(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.venueId], foreignColumns: [venues.id], name: "plans_venue_fk" }),
    unique("plans_venue_version_unique").on(t.venueId, t.version),
  ],
);

/**
 * One seat of a plan. `seatIndex` (0-based, dense) is its position in every availability answer. A
 * place of a general-admission area is a seat too (`isGeneral`), all of them at the area's middle.
 */
export const planSeats = pgTable(
  "plan_seats",
  {
    planId: uuid().notNull(),
    seatIndex: integer().notNull(),
    guid: text().notNull(),
    section: text().notNull(),
    rowLabel: text().notNull(),
    seatNumber: text().notNull(),
    category: text().notNull(),
    x: real().notNull(),
    y: real().notNull(),
    isAccessible: boolean().notNull().default(false),
    isCompanion: boolean().notNull().default(false),
    isRestrictedView: boolean().notNull().default(false),
    isGeneral: boolean().notNull().default(false),
    viewNote: jsonb().$type<ViewNote>(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.seatIndex] }),
    foreignKey({ columns: [t.planId], foreignColumns: [plans.id], name: "plan_seats_plan_fk" }),
    // Two seats of one name could not be told apart by a fan, a ticket or the API.
    unique("plan_seats_name_unique").on(t.planId, t.section, t.rowLabel, t.seatNumber),
    unique("plan_seats_guid_unique").on(t.planId, t.guid),
    check("plan_seats_index_not_negative", sql`seat_index >= 0`),
  ],
);

export type { EventCategory };

/** What is on. The poster is drawn by the project from `posterSeed`. */
export const events = pgTable(
  "events",
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique("events_slug_unique"),
    titleKo: text().notNull(),
    titleEn: text().notNull(),
    summaryKo: text().notNull(),
    summaryEn: text().notNull(),
    descriptionKo: text().notNull(),
    descriptionEn: text().notNull(),
    category: text({ enum: EVENT_CATEGORIES }).notNull(),
    ageMin: smallint().notNull().default(0),
    runningMinutes: smallint().notNull(),
    posterSeed: text().notNull(),
    status: text({ enum: ["draft", "published", "archived"] })
      .notNull()
      .default("draft"),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  () => [
    check("events_category_known", sql`category in ('musical', 'concert', 'play', 'classical', 'sports', 'comedy')`),
    check("events_status_known", sql`status in ('draft', 'published', 'archived')`),
    check("events_running_minutes_positive", sql`running_minutes > 0`),
  ],
);

/** One performance. Tickets exist for every seat of its plan once it is published. */
export const schedules = pgTable(
  "schedules",
  {
    id: uuid().primaryKey(),
    eventId: uuid().notNull(),
    planId: uuid().notNull(),
    startsAt: timestamp({ withTimezone: true }).notNull(),
    salesOpenAt: timestamp({ withTimezone: true }).notNull(),
    salesCloseAt: timestamp({ withTimezone: true }).notNull(),
    seatsPerBookingMax: smallint().notNull(),
    seatsPerUserMax: smallint().notNull(),
    /** Refuse a hold that would leave one seat alone between taken ones. */
    leavesNoOrphans: boolean().notNull().default(false),
    status: text({ enum: ["draft", "published", "cancelled"] })
      .notNull()
      .default("draft"),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.eventId], foreignColumns: [events.id], name: "schedules_event_fk" }),
    foreignKey({ columns: [t.planId], foreignColumns: [plans.id], name: "schedules_plan_fk" }),
    // An event's page lists its schedules in time order.
    index("schedules_event_starts_idx").on(t.eventId, t.startsAt),
    check("schedules_status_known", sql`status in ('draft', 'published', 'cancelled')`),
    check("schedules_sales_window", sql`sales_open_at < sales_close_at`),
    check("schedules_limits_positive", sql`seats_per_booking_max > 0 and seats_per_user_max > 0`),
  ],
);

export const GRADE_CODES = ["VIP", "R", "S", "A"] as const;
export type GradeCode = (typeof GRADE_CODES)[number];

/** A price level of one schedule. `priceKrw` is whole won; a ticket copies it when it is created. */
export const grades = pgTable(
  "grades",
  {
    scheduleId: uuid().notNull(),
    code: text({ enum: GRADE_CODES }).notNull(),
    priceKrw: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scheduleId, t.code] }),
    foreignKey({ columns: [t.scheduleId], foreignColumns: [schedules.id], name: "grades_schedule_fk" }),
    check("grades_code_known", sql`code in ('VIP', 'R', 'S', 'A')`),
    check("grades_price_not_negative", sql`price_krw >= 0`),
  ],
);
