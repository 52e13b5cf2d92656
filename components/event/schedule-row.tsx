import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import type { EventSchedule } from "@/lib/catalog/queries";
import { Link } from "@/lib/i18n/routing";
import { formatDateTime, formatDay, formatTime } from "@/lib/kernel/time-format";
import type { SeatCounts } from "@/lib/seats/count-left";
import { SaleBadge } from "./sale-badge";
import type { ScheduleState } from "./sale-state";
import { SeatsLeft } from "./seats-left";
import { venueNameOf } from "./words";

type ScheduleRowProps = {
  schedule: EventSchedule;
  /** `null` while nobody can say how many are left. */
  seats: SeatCounts | null;
  state: ScheduleState;
  /** The hall is named in the row only where the event plays in several. */
  showsVenue: boolean;
};

/** One performance: the day large, the hour, the seats left; where it is on sale the whole row leads to its map. */
export function ScheduleRow({ schedule, seats, state, showsVenue }: ScheduleRowProps) {
  const t = useTranslations("event.schedules");
  const locale = useLocale();
  const { timeZone } = schedule.venue;
  const { day, weekday } = formatDay(locale, schedule.startsAt, timeZone);
  const isOnSale = state === "on_sale";
  return (
    <li
      className={cn(
        "group relative grid grid-cols-[3rem_1fr_auto] items-center gap-x-3 px-3 py-4 sm:grid-cols-[4.5rem_1fr_auto] sm:gap-x-4 sm:px-4",
        isOnSale && "transition-colors duration-150 hover:bg-sunken",
        !isOnSale && state !== "opening_soon" && "text-ink-muted",
      )}
    >
      <p className="text-center tabular-nums" aria-hidden="true">
        <span className="block font-extrabold text-2xl leading-none tracking-tight">{day}</span>
        <span className="mt-1 block font-semibold text-sm">{weekday}</span>
      </p>
      <div className="grid gap-1.5">
        <h4 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-bold tabular-nums">
          <span className="sr-only">{formatDateTime(locale, schedule.startsAt, timeZone)}</span>
          <span aria-hidden="true" className="text-lg">
            {formatTime(locale, schedule.startsAt, timeZone)}
          </span>
          <SaleBadge state={state} />
        </h4>
        {showsVenue && <p className="text-sm">{venueNameOf(locale, schedule.venue)}</p>}
        {isOnSale && seats && <SeatsLeft seats={seats} grades={schedule.grades} />}
        {isOnSale && !seats && <p className="text-ink-muted text-sm">{t("leftUnknown")}</p>}
        {state === "opening_soon" && (
          <p className="font-semibold text-sm text-warning tabular-nums">
            {t("opensAt", { when: formatDateTime(locale, schedule.salesOpenAt, timeZone) })}
          </p>
        )}
      </div>
      {isOnSale && (
        <Link
          href={`/schedules/${schedule.id}`}
          aria-label={t("chooseSeatsOf", { when: formatDateTime(locale, schedule.startsAt, timeZone) })}
          className="inline-flex min-h-11 min-w-6 items-center justify-center gap-2 rounded-md font-semibold text-sm after:absolute after:inset-0 after:rounded-md sm:border sm:border-line-strong sm:bg-surface sm:px-4 sm:group-hover:border-ink"
        >
          <span className="hidden sm:inline">{t("chooseSeats")}</span>
          <ArrowRight aria-hidden="true" className="size-5" />
        </Link>
      )}
    </li>
  );
}
