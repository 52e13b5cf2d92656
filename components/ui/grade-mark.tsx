import type { GradeCode } from "@/lib/db/schema/catalog";
import { cn } from "./class-names";

const FILLS: Record<GradeCode, string> = {
  VIP: "bg-grade-vip text-on-ember",
  R: "bg-grade-r text-on-ember",
  S: "bg-grade-s text-on-ember",
  A: "bg-grade-a text-ink dark:text-on-ember",
};

type GradeMarkProps = { code: GradeCode; className?: string | undefined };

/** A seat back in the grade's colour with its letter, so that colour is never the only sign. */
export function GradeMark({ code, className }: GradeMarkProps) {
  return (
    <span
      className={cn(
        "inline-grid h-6 min-w-6 place-items-center rounded-t-[9px] rounded-b-[3px] px-1.5 font-bold text-xs leading-none",
        FILLS[code],
        className,
      )}
    >
      {code}
    </span>
  );
}
