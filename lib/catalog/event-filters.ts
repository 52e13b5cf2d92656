import { type SQL, sql } from "drizzle-orm";
import { type EventCategory, events, schedules, venues } from "@/lib/db/schema/catalog";

const QUERY_WORDS_MAX = 8;

export type EventFilter = {
  /** Words that must all occur in title, summary or hall, in either language; spaces and case do not matter. */
  query?: string | undefined;
  category?: EventCategory | undefined;
  /** First and last day, inclusive, as YYYY-MM-DD on the calendar of the venue. Anything else is no bound. */
  from?: string | undefined;
  to?: string | undefined;
};

/** The conditions that a row of events ⋈ schedules ⋈ plans ⋈ venues must meet. */
export function filtersOf({ query, category, from, to }: EventFilter): SQL[] {
  const filters = wordsOf(query).map((word) => sql`${searchText} like ${`%${word}%`}`);
  if (category) filters.push(sql`${events.category} = ${category}`);
  if (isDay(from)) filters.push(sql`${schedules.startsAt} >= ${from}::date::timestamp at time zone ${venues.timeZone}`);
  if (isDay(to)) {
    filters.push(sql`${schedules.startsAt} < (${to}::date + 1)::timestamp at time zone ${venues.timeZone}`);
  }
  return filters;
}

// Spaces are dropped on both sides, because people write Korean compounds with and without them.
const searchText = sql`replace(lower(concat_ws('|', ${events.titleKo}, ${events.titleEn}, ${events.summaryKo},
  ${events.summaryEn}, ${venues.nameKo}, ${venues.nameEn})), ' ', '')`;

function wordsOf(query = ""): string[] {
  const words = query.normalize("NFC").toLowerCase().replaceAll("\0", "").split(/\s+/).filter(Boolean);
  return words.slice(0, QUERY_WORDS_MAX).map((word) => word.replaceAll(/[\\%_]/g, "\\$&"));
}

function isDay(day: string | undefined): day is string {
  if (!day || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(day)) return false;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
