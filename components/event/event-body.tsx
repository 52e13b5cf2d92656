import { useLocale, useTranslations } from "next-intl";
import { Container } from "@/components/ui/container";
import type { EventDetail } from "@/lib/catalog/queries";
import { NextSchedule } from "./next-schedule";
import { PriceList } from "./price-list";
import { ScheduleList } from "./schedule-list";
import type { ScheduleView } from "./schedule-months";

type EventBodyProps = { event: EventDetail; views: readonly ScheduleView[] };

/** When, and how much: performances, prices, and then the long description. */
export function EventBody({ event, views }: EventBodyProps) {
  const t = useTranslations("event");
  const locale = useLocale();
  const next = views.find(({ state }) => state === "on_sale");
  const ahead = views.filter(({ state }) => state !== "past");
  const priced = (ahead.length > 0 ? ahead : views).map(({ schedule }) => schedule);
  const description = locale === "en" ? event.descriptionEn : event.descriptionKo;
  return (
    <Container className="grid grid-cols-1 gap-12 pt-10 md:pt-14 lg:grid-cols-[1fr_22rem] lg:gap-x-16">
      <ScheduleList views={views} />
      <div className="grid content-start gap-6 lg:sticky lg:top-[calc(var(--header-height)+2rem)] lg:row-span-2 lg:self-start">
        {next && <NextSchedule view={next} place="card" />}
        <PriceList schedules={priced} />
      </div>
      <section aria-labelledby="about-heading" className="grid max-w-[68ch] content-start gap-4">
        <h2 id="about-heading" className="font-bold text-xl">
          {t("about")}
        </h2>
        {description.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-line text-pretty leading-relaxed">
            {paragraph}
          </p>
        ))}
      </section>
      {next && <NextSchedule view={next} place="bar" />}
    </Container>
  );
}
