import { useLocale, useTranslations } from "next-intl";
import { SaleBadge } from "@/components/event/sale-badge";
import { saleStateNow } from "@/components/event/sale-state";
import { titleOf, venueNameOf } from "@/components/event/words";
import { Poster } from "@/components/poster/poster";
import { cn } from "@/components/ui/class-names";
import { Price } from "@/components/ui/price";
import type { EventCard as Card } from "@/lib/catalog/queries";
import { Link } from "@/lib/i18n/routing";
import { formatDateRange, formatDateTime } from "@/lib/kernel/time-format";

type EventCardProps = { event: Card; now: Date };

/** One event of the list; the whole card leads to its page. */
export function EventCard({ event, now }: EventCardProps) {
  const t = useTranslations("home");
  const locale = useLocale();
  const title = titleOf(locale, event);
  const state = saleStateNow(event, now);
  const { timeZone } = event.venue;
  const isOver = state === "past" || state === "sold_out";
  return (
    <article className="group relative grid content-start gap-3">
      <div
        className={cn(
          "overflow-hidden rounded-md outline-1 outline-ink/10 -outline-offset-1 transition-[filter] duration-150",
          isOver && "saturate-[0.3] group-hover:saturate-100",
        )}
      >
        <Poster
          seed={event.posterSeed}
          category={event.category}
          title={title}
          className="transition-transform duration-180 ease-out group-hover:scale-[1.02]"
        />
      </div>
      <div className="grid gap-1">
        <div>
          <SaleBadge state={state} />
        </div>
        <h3 className="text-pretty font-bold leading-snug">
          <Link
            href={`/events/${event.slug}`}
            className="rounded-sm decoration-2 underline-offset-4 after:absolute after:inset-0 group-hover:underline"
          >
            {title}
          </Link>
        </h3>
        <p className="grid text-ink-muted text-sm leading-snug">
          <span>{venueNameOf(locale, event.venue)}</span>
          <span className="text-balance">
            {formatDateRange(locale, event.firstStartsAt, event.lastStartsAt, timeZone)}
          </span>
        </p>
        {state === "opening_soon" ? (
          <p className="font-semibold text-balance text-sm text-warning tabular-nums leading-snug">
            {t("opensAt", { when: formatDateTime(locale, event.salesOpenAt, timeZone) })}
          </p>
        ) : (
          !isOver && (
            <p className="text-sm">
              {t.rich("priceFrom", { price: () => <Price amountKrw={event.priceFromKrw} className="text-base" /> })}
            </p>
          )
        )}
      </div>
    </article>
  );
}
