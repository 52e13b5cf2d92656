import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { byMonth, type ScheduleView } from "./schedule-months";
import { ScheduleRow } from "./schedule-row";
import { ZoneNote } from "./zone-note";

type ScheduleListProps = { views: readonly ScheduleView[] };

/** The performances still to come, month by month; those that are over fold away below. */
export function ScheduleList({ views }: ScheduleListProps) {
  const t = useTranslations("event.schedules");
  const ahead = views.filter(({ state }) => state !== "past");
  const over = views.filter(({ state }) => state === "past");
  const timeZone = views[0]?.schedule.venue.timeZone;
  return (
    <section aria-labelledby="schedules-heading" className="grid grid-cols-1 content-start gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="schedules-heading" className="font-bold text-xl">
          {t("title")}
        </h2>
        {timeZone && <ZoneNote timeZone={timeZone} />}
      </div>
      {ahead.length > 0 ? <Months views={ahead} /> : <p className="text-ink-muted">{t("noneAhead")}</p>}
      {over.length > 0 && (
        <details className="group">
          <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-md font-semibold text-ink-muted text-sm hover:text-ink [&::-webkit-details-marker]:hidden">
            {t("over", { count: over.length })}
            <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
          </summary>
          <div className="mt-3">
            <Months views={over} />
          </div>
        </details>
      )}
    </section>
  );
}

function Months({ views }: ScheduleListProps) {
  const locale = useLocale();
  const showsVenue = new Set(views.map(({ schedule }) => schedule.venue.nameEn)).size > 1;
  return (
    <div className="grid grid-cols-1 gap-8">
      {byMonth(locale, views).map(({ month, views: group }) => (
        <div key={month}>
          <h3 className="pb-3 font-semibold text-ink-muted text-sm tabular-nums tracking-normal">{month}</h3>
          <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
            {group.map((view) => (
              <ScheduleRow key={view.schedule.id} {...view} showsVenue={showsVenue} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
