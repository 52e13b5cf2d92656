import { useTranslations } from "next-intl";
import { GradeMark } from "@/components/ui/grade-mark";
import { Price } from "@/components/ui/price";
import type { EventSchedule } from "@/lib/catalog/queries";
import { gradeSpansOf } from "./grade-prices";

type PriceListProps = { schedules: readonly Pick<EventSchedule, "grades">[] };

/** Every grade with its mark and what it costs. */
export function PriceList({ schedules }: PriceListProps) {
  const t = useTranslations("event.prices");
  return (
    <section aria-labelledby="prices-heading" className="rounded-lg border border-line bg-surface p-5 sm:p-6">
      <h2 id="prices-heading" className="font-bold text-lg">
        {t("title")}
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {gradeSpansOf(schedules).map(({ code, fromKrw, toKrw }) => (
          <li key={code} className="flex min-h-14 items-center gap-3">
            <GradeMark code={code} />
            <span className="text-ink-muted text-sm">{t("grade", { code })}</span>
            <span className="ml-auto text-right">
              <Price amountKrw={fromKrw} />
              {toKrw > fromKrw && (
                <>
                  {" – "}
                  <Price amountKrw={toKrw} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-ink-muted text-sm">{t("note")}</p>
    </section>
  );
}
