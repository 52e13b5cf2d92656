import type { EventCategory, GradeCode } from "@/lib/db/schema/catalog";
import { ARENA_EVENTS } from "./arena-events";
import type { DemoTime } from "./calendar";
import { CLUB_EVENTS } from "./club-events";
import { STADIUM_EVENTS } from "./stadium-events";
import { THEATRE_EVENTS } from "./theatre-events";

/** How the sale of a schedule stands when the demo is made. */
export type DemoSale = "open" | "opens_within_a_day" | "opens_next_week" | "sold_out" | "over";

export type DemoSchedule = DemoTime & { sale: DemoSale };

export type DemoEvent = {
  slug: string;
  titleKo: string;
  titleEn: string;
  summaryKo: string;
  summaryEn: string;
  /** Paragraphs, parted by an empty line. */
  descriptionKo: string;
  descriptionEn: string;
  category: EventCategory;
  ageMin: number;
  runningMinutes: number;
  prices: Record<GradeCode, number>;
  /** Default: a fan may leave a single seat between taken ones. */
  leavesNoOrphans?: boolean;
  schedules: readonly DemoSchedule[];
};

export type HallName = "theatre" | "arena" | "club" | "stadium";

export const PROGRAMME: readonly (DemoEvent & { hall: HallName })[] = [
  ...THEATRE_EVENTS.map((event) => ({ ...event, hall: "theatre" as const })),
  ...ARENA_EVENTS.map((event) => ({ ...event, hall: "arena" as const })),
  ...CLUB_EVENTS.map((event) => ({ ...event, hall: "club" as const })),
  ...STADIUM_EVENTS.map((event) => ({ ...event, hall: "stadium" as const })),
];
