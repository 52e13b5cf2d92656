import { useLocale, useTranslations } from "next-intl";
import type { EventDetail } from "@/lib/catalog/queries";
import { formatDateRange } from "@/lib/kernel/time-format";
import { venueNameOf } from "./words";

/** When, where, how long, from what age. */
export function EventFacts({ event }: { event: EventDetail }) {
  const t = useTranslations("event.facts");
  const locale = useLocale();
  const first = event.schedules[0];
  const last = event.schedules.at(-1);
  const venues = [...new Map(event.schedules.map(({ venue }) => [venue.nameEn, venue])).values()];
  const facts = [
    first &&
      last && { term: t("dates"), word: formatDateRange(locale, first.startsAt, last.startsAt, first.venue.timeZone) },
    venues.length > 0 && {
      term: t("venue"),
      word: venues.map((venue) => venueNameOf(locale, venue)).join(", "),
      note:
        venues.length === 1 && venues[0] ? (locale === "en" ? venues[0].addressEn : venues[0].addressKo) : undefined,
    },
    { term: t("running"), word: t("minutes", { minutes: event.runningMinutes }) },
    { term: t("age"), word: event.ageMin > 0 ? t("ageFrom", { age: event.ageMin }) : t("anyAge") },
  ].filter((fact) => fact !== undefined && fact !== false);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 text-sm lg:grid-cols-4">
      {facts.map(({ term, word, ...fact }) => (
        <div key={term} className="border-current/30 border-t pt-3">
          <dt>{term}</dt>
          <dd className="mt-0.5 text-pretty font-bold tabular-nums">
            {word}
            {"note" in fact && fact.note && <span className="mt-0.5 block font-normal">{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
