import type { EventSchedule } from "@/lib/catalog/queries";
import type { GradeCode } from "@/lib/db/schema/catalog";

/** What a grade costs over several schedules, in whole won. */
export type GradeSpan = { code: GradeCode; fromKrw: number; toKrw: number };

/** Each grade once, dearest first, with the least and the most it costs. */
export function gradeSpansOf(schedules: readonly Pick<EventSchedule, "grades">[]): GradeSpan[] {
  const spans = new Map<GradeCode, GradeSpan>();
  for (const { code, priceKrw } of schedules.flatMap(({ grades }) => grades)) {
    const known = spans.get(code);
    spans.set(code, {
      code,
      fromKrw: Math.min(priceKrw, known?.fromKrw ?? priceKrw),
      toKrw: Math.max(priceKrw, known?.toKrw ?? priceKrw),
    });
  }
  return [...spans.values()].sort((a, b) => b.toKrw - a.toKrw);
}
