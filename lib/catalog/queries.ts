import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { type EventCategory, events, grades, plans, schedules, venues } from "@/lib/db/schema/catalog";
import { AppError } from "@/lib/kernel/errors";
import { type EventFilter, filtersOf } from "./event-filters";
import type { GradePrice } from "./publish-schedule";
import { inOrderOfSale, nextOpening, type SaleState, saleStateOf } from "./sale-states";

export type Venue = {
  nameKo: string;
  nameEn: string;
  addressKo: string;
  addressEn: string;
  /** IANA name; the schedule's times are shown in it. */
  timeZone: string;
};

export type ScheduleStatus = "published" | "cancelled";

export type EventCard = {
  id: string;
  slug: string;
  titleKo: string;
  titleEn: string;
  summaryKo: string;
  summaryEn: string;
  category: EventCategory;
  ageMin: number;
  runningMinutes: number;
  posterSeed: string;
  /** The hall of the earliest schedule that the filter let through. */
  venue: Pick<Venue, "nameKo" | "nameEn" | "timeZone">;
  firstStartsAt: Date;
  lastStartsAt: Date;
  /** The cheapest grade of any of its schedules. */
  priceFromKrw: number;
  saleState: SaleState;
  /** The next opening that is still ahead; otherwise the first there was. */
  salesOpenAt: Date;
};

export type ListEventsInput = EventFilter;

export type EventSchedule = {
  id: string;
  startsAt: Date;
  salesOpenAt: Date;
  salesCloseAt: Date;
  status: ScheduleStatus;
  venue: Venue;
  /** Dearest first. */
  grades: GradePrice[];
  seatsTotal: number;
};

export type EventDetail = {
  id: string;
  slug: string;
  titleKo: string;
  titleEn: string;
  summaryKo: string;
  summaryEn: string;
  descriptionKo: string;
  descriptionEn: string;
  category: EventCategory;
  ageMin: number;
  runningMinutes: number;
  posterSeed: string;
  /** In time order, past ones too. */
  schedules: EventSchedule[];
};

export type ScheduleDetail = EventSchedule & {
  planId: string;
  seatsPerBookingMax: number;
  seatsPerUserMax: number;
  /** Whether a choice that leaves one seat alone, where it need not, is refused. */
  leavesNoOrphans: boolean;
  event: {
    id: string;
    slug: string;
    titleKo: string;
    titleEn: string;
    category: EventCategory;
    ageMin: number;
    runningMinutes: number;
    posterSeed: string;
  };
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const VISIBLE_STATUSES = ["published", "cancelled"] as const satisfies readonly ScheduleStatus[];

/**
 * What is on: published events with at least one published schedule that fits the filter. What can
 * be bought comes first, what is over last, and within that the soonest. `saleState` is true at the
 * database's clock when the query ran, and speaks of the schedules that fit the filter.
 */
export async function listEvents(db: Reader, input: ListEventsInput = {}): Promise<EventCard[]> {
  const rows = await db
    .select({
      id: events.id,
      slug: events.slug,
      titleKo: events.titleKo,
      titleEn: events.titleEn,
      summaryKo: events.summaryKo,
      summaryEn: events.summaryEn,
      category: events.category,
      ageMin: events.ageMin,
      runningMinutes: events.runningMinutes,
      posterSeed: events.posterSeed,
      venue: {
        nameKo: sql<string>`(array_agg(${venues.nameKo} order by ${schedules.startsAt}))[1]`,
        nameEn: sql<string>`(array_agg(${venues.nameEn} order by ${schedules.startsAt}))[1]`,
        timeZone: sql<string>`(array_agg(${venues.timeZone} order by ${schedules.startsAt}))[1]`,
      },
      firstStartsAt: sql`min(${schedules.startsAt})`.mapWith(schedules.startsAt),
      lastStartsAt: sql`max(${schedules.startsAt})`.mapWith(schedules.startsAt),
      priceFromKrw: sql<number>`coalesce(min(${cheapestGrade}), 0)`,
      saleState: saleStateOf,
      salesOpenAt: nextOpening,
    })
    .from(events)
    .innerJoin(schedules, and(eq(schedules.eventId, events.id), eq(schedules.status, "published")))
    .innerJoin(plans, eq(plans.id, schedules.planId))
    .innerJoin(venues, eq(venues.id, plans.venueId))
    .where(and(eq(events.status, "published"), ...filtersOf(input)))
    .groupBy(events.id)
    .orderBy(...inOrderOfSale());
  return rows;
}

const cheapestGrade = sql`(select min(price_krw) from ${grades} where schedule_id = ${schedules.id})`;

/** A published event with its schedules (cancelled ones say so, drafts are left out); `null` when there is none. */
export async function findEventBySlug(db: Reader, slug: string): Promise<EventDetail | null> {
  const [event] = await db
    .select({
      id: events.id,
      slug: events.slug,
      titleKo: events.titleKo,
      titleEn: events.titleEn,
      summaryKo: events.summaryKo,
      summaryEn: events.summaryEn,
      descriptionKo: events.descriptionKo,
      descriptionEn: events.descriptionEn,
      category: events.category,
      ageMin: events.ageMin,
      runningMinutes: events.runningMinutes,
      posterSeed: events.posterSeed,
    })
    .from(events)
    .where(and(eq(events.slug, slug), eq(events.status, "published")));
  if (!event) return null;

  const rows = await db
    .select(eventScheduleColumns)
    .from(schedules)
    .innerJoin(plans, eq(plans.id, schedules.planId))
    .innerJoin(venues, eq(venues.id, plans.venueId))
    .where(and(eq(schedules.eventId, event.id), inArray(schedules.status, VISIBLE_STATUSES)))
    .orderBy(asc(schedules.startsAt), asc(schedules.id));
  return { ...event, schedules: rows };
}

/**
 * The schedules of a published event in time order: cancelled ones say so, drafts are left out.
 * @throws AppError `not_found` when there is no such event.
 */
export async function listSchedules(db: Reader, eventId: string): Promise<EventSchedule[]> {
  const [event] = await db
    .select({ slug: events.slug })
    .from(events)
    .where(and(eq(events.id, eventId), eq(events.status, "published")));
  const found = event && (await findEventBySlug(db, event.slug));
  if (!found) throw new AppError("not_found");
  return found.schedules;
}

/**
 * One schedule with all that its map, hold and checkout need to say, in a single query; `null` when
 * it, or its event, is not public. Prices here are for showing: a ticket's own price is charged.
 */
export async function findSchedule(db: Reader, scheduleId: string): Promise<ScheduleDetail | null> {
  if (!UUID.test(scheduleId)) return null;
  const [row] = await db
    .select({
      ...eventScheduleColumns,
      planId: schedules.planId,
      seatsPerBookingMax: schedules.seatsPerBookingMax,
      seatsPerUserMax: schedules.seatsPerUserMax,
      leavesNoOrphans: schedules.leavesNoOrphans,
      event: {
        id: events.id,
        slug: events.slug,
        titleKo: events.titleKo,
        titleEn: events.titleEn,
        category: events.category,
        ageMin: events.ageMin,
        runningMinutes: events.runningMinutes,
        posterSeed: events.posterSeed,
      },
    })
    .from(schedules)
    .innerJoin(events, and(eq(events.id, schedules.eventId), eq(events.status, "published")))
    .innerJoin(plans, eq(plans.id, schedules.planId))
    .innerJoin(venues, eq(venues.id, plans.venueId))
    .where(and(eq(schedules.id, scheduleId), inArray(schedules.status, VISIBLE_STATUSES)));
  return row ?? null;
}

const eventScheduleColumns = {
  id: schedules.id,
  startsAt: schedules.startsAt,
  salesOpenAt: schedules.salesOpenAt,
  salesCloseAt: schedules.salesCloseAt,
  status: sql<ScheduleStatus>`${schedules.status}`,
  venue: {
    nameKo: venues.nameKo,
    nameEn: venues.nameEn,
    addressKo: venues.addressKo,
    addressEn: venues.addressEn,
    timeZone: venues.timeZone,
  },
  grades: sql<GradePrice[]>`(
    select coalesce(json_agg(json_build_object('code', code, 'priceKrw', price_krw) order by price_krw desc), '[]')
      from ${grades} where schedule_id = ${schedules.id})`,
  seatsTotal: plans.seatCount,
};
