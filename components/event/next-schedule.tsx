import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/lib/i18n/routing";
import { formatDateTime } from "@/lib/kernel/time-format";
import type { ScheduleView } from "./schedule-months";

const PLACES = {
  bar: "sticky bottom-0 z-20 -mx-4 flex items-center gap-3 border-line border-t bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6 lg:hidden",
  card: "hidden gap-4 rounded-lg border border-line bg-surface p-6 lg:grid",
} as const;

type NextScheduleProps = {
  view: ScheduleView;
  /** At the lower edge of a phone, within reach of the thumb; or a card at the side of a wide page. */
  place: keyof typeof PLACES;
};

/** The soonest performance on sale, and the one button of the page. */
export function NextSchedule({ view: { schedule }, place }: NextScheduleProps) {
  const t = useTranslations("event.next");
  const locale = useLocale();
  const when = formatDateTime(locale, schedule.startsAt, schedule.venue.timeZone);
  return (
    <aside aria-label={t("label")} className={PLACES[place]}>
      <p className="min-w-0 flex-1 text-sm leading-snug">
        <span className="block text-ink-muted">{t("soonest")}</span>
        <span className="font-bold tabular-nums">{when}</span>
      </p>
      <Button asChild size="lg" className="shrink-0">
        <Link href={`/schedules/${schedule.id}`}>{t("choose")}</Link>
      </Button>
    </aside>
  );
}
