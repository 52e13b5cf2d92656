import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { saleStateNow } from "@/components/event/sale-state";
import { summaryOf, titleOf, venueNameOf } from "@/components/event/words";
import { paletteOf } from "@/components/poster/palettes";
import { Poster } from "@/components/poster/poster";
import type { EventCard } from "@/lib/catalog/queries";
import { Link } from "@/lib/i18n/routing";
import { formatDateRange, formatDateTime } from "@/lib/kernel/time-format";

type FeatureProps = { event: EventCard; now: Date };

/** The event of the hour, on the ground of its own poster, with the art let loose on the right. */
export function Feature({ event, now }: FeatureProps) {
  const t = useTranslations("home");
  const locale = useLocale();
  const { ground, text } = paletteOf(event.posterSeed);
  const { timeZone } = event.venue;
  const isOpeningSoon = saleStateNow(event, now) === "opening_soon";
  return (
    <article
      className="relative isolate grid grid-cols-1 overflow-hidden rounded-lg md:min-h-[26rem] md:grid-cols-[1.1fr_1fr]"
      style={{ backgroundColor: ground, color: text }}
    >
      <div className="relative h-64 sm:h-80 md:order-2 md:h-full">
        <Poster seed={event.posterSeed} category={event.category} className="absolute inset-0 aspect-auto! h-full" />
        <div
          aria-hidden="true"
          className="absolute inset-0 bg-linear-to-t from-(--ground) via-transparent to-transparent md:bg-linear-to-r md:via-8%"
          style={{ "--ground": ground } as React.CSSProperties}
        />
      </div>
      <div className="relative grid content-end gap-4 p-6 pt-2 sm:p-8 md:p-12 lg:p-14">
        <p className="font-semibold text-sm tabular-nums">
          {isOpeningSoon
            ? t("feature.opensAt", { when: formatDateTime(locale, event.salesOpenAt, timeZone) })
            : t("feature.onSale")}
        </p>
        <h2 className="text-balance font-extrabold text-2xl leading-[1.15] tracking-[-0.03em] sm:text-3xl">
          {titleOf(locale, event)}
        </h2>
        <p className="max-w-[46ch] text-pretty">{summaryOf(locale, event)}</p>
        <p className="text-sm tabular-nums leading-relaxed">
          {formatDateRange(locale, event.firstStartsAt, event.lastStartsAt, timeZone)}
          <br />
          {venueNameOf(locale, event.venue)}
        </p>
        <Link
          href={`/events/${event.slug}`}
          className="mt-2 inline-flex min-h-13 items-center gap-2 justify-self-start rounded-md px-6 font-bold transition-transform duration-150 ease-out after:absolute after:inset-0 hover:translate-x-0.5"
          style={{ backgroundColor: text, color: ground }}
        >
          {isOpeningSoon ? t("feature.look") : t("feature.choose")}
          <ArrowRight aria-hidden="true" className="size-5" />
        </Link>
      </div>
    </article>
  );
}
