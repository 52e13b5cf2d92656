import { useTranslations } from "next-intl";
import { GradeMark } from "@/components/ui/grade-mark";
import type { EventSchedule } from "@/lib/catalog/queries";
import type { SeatCounts } from "@/lib/seats/count-left";

type SeatsLeftProps = { seats: SeatCounts; grades: EventSchedule["grades"] };

/** How many seats are left of how many, and of which grade. */
export function SeatsLeft({ seats, grades }: SeatsLeftProps) {
  const t = useTranslations("event.schedules");
  return (
    <div className="grid gap-2">
      <p className="text-sm tabular-nums">
        {t.rich("left", {
          available: seats.available,
          total: seats.total,
          strong: (words) => <strong className="font-bold text-base">{words}</strong>,
          muted: (words) => <span className="text-ink-muted">{words}</span>,
        })}
      </p>
      <ul className="flex flex-wrap gap-x-2 gap-y-1.5 sm:gap-x-3">
        {grades.map(({ code }) => (
          <li key={code} className="flex items-center gap-1 text-sm sm:gap-1.5 tabular-nums">
            <GradeMark code={code} className="h-5! min-w-5! px-1! text-[0.75rem]!" />
            <span className={seats.byGrade[code] === 0 ? "text-ink-muted" : "text-ink"}>
              {seats.byGrade[code] === 0 ? t("none") : seats.byGrade[code].toLocaleString("ko-KR")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
