import { z } from "zod";
import { EVENT_CATEGORIES } from "@/lib/kernel/event-category";

/** What several answers have in common, in the wire's names. */
export const Id = z.uuid();
export const Instant = z.iso.datetime();
export const Krw = z.int().min(0).describe("Whole won");
export const Grade = z.enum(["VIP", "R", "S", "A"]);
export const Text = z.object({ ko: z.string(), en: z.string() }).meta({ id: "Text" });
export const Category = z.enum(EVENT_CATEGORIES);

/** A place of a standing area has no row. */
export const SeatName = z.object({
  section: z.string(),
  row: z.string().nullable().describe('As "1열"; null for a place of a standing area'),
  number: z.union([z.int(), z.string()]).describe("As 12; a text where it is no number"),
});

export const textOf = (ko: string, en: string) => ({ ko, en });
export const instantOf = (at: Date | null) => at?.toISOString() ?? null;
