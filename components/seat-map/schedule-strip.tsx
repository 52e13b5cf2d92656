import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { PatientLink } from "@/components/site/patient-link";
import type { ScheduleDetail } from "@/lib/catalog/queries";
import type { Locale } from "@/lib/kernel/locale";
import { formatDateTime } from "@/lib/kernel/time-format";

type ScheduleStripProps = { schedule: ScheduleDetail; locale: Locale };

/** Which evening this is, in two lines, with the way back to its event. */
export function ScheduleStrip({ schedule: { event, venue, startsAt }, locale }: ScheduleStripProps) {
  const t = useTranslations("seatMap");
  const isKorean = locale === "ko";
  return (
    <header className="flex h-18 shrink-0 items-center gap-1 border-line border-b px-1 lg:px-3">
      <PatientLink
        href={`/events/${event.slug}`}
        aria-label={t("backToEvent")}
        className="grid size-11 shrink-0 place-items-center rounded-md hover:bg-sunken"
      >
        <ChevronLeft aria-hidden="true" className="size-6" />
      </PatientLink>
      <div className="min-w-0">
        <h1 className="truncate font-bold text-base lg:text-lg">{isKorean ? event.titleKo : event.titleEn}</h1>
        <p className="truncate text-ink-muted text-sm tabular-nums">
          {formatDateTime(locale, startsAt, venue.timeZone)} · {isKorean ? venue.nameKo : venue.nameEn}
        </p>
      </div>
    </header>
  );
}
