import { GRADE_CODES, type GradeCode } from "@/lib/db/schema/catalog";

/**
 * Which grade each category of an imported plan is sold as: the first is VIP, then R, S and A, in
 * the plan's own order. A fifth category and all after it are A as well; `notes` says so.
 */
export function gradeCategories(categories: readonly string[]): {
  gradeOfCategory: Record<string, GradeCode>;
  notes: string[];
} {
  const lowest = GRADE_CODES[GRADE_CODES.length - 1]!;
  const gradeOfCategory = Object.fromEntries(categories.map((name, i) => [name, GRADE_CODES[i] ?? lowest]));
  const extra = categories.slice(GRADE_CODES.length).map((name) => `"${name}"`);
  const notes =
    extra.length > 0 ? [`There are ${GRADE_CODES.length} grades; ${extra.join(", ")} became ${lowest} as well.`] : [];
  return { gradeOfCategory, notes };
}
