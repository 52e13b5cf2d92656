import type { EventCategory } from "@/lib/db/schema/catalog";

/** In the order in which they are offered. */
export const CATEGORIES = [
  "musical",
  "concert",
  "play",
  "classical",
  "sports",
  "comedy",
] as const satisfies readonly EventCategory[];
