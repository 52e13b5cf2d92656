import { useLocale, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { paletteOf } from "@/components/poster/palettes";
import { Poster } from "@/components/poster/poster";
import { Container } from "@/components/ui/container";
import type { EventDetail } from "@/lib/catalog/queries";
import { EventFacts } from "./event-facts";
import { summaryOf, titleOf } from "./words";

/** The event on the ground of its own poster, or, where the page is dark, on its darkest colour. */
export function EventHero({ event }: { event: EventDetail }) {
  const t = useTranslations("home.category");
  const locale = useLocale();
  const { ground, text, dark } = paletteOf(event.posterSeed);
  const title = titleOf(locale, event);
  const colours = {
    "--band": ground,
    "--band-ink": text,
    "--band-dark": dark,
    "--band-dark-ink": dark === ground ? text : ground,
  } as CSSProperties;
  return (
    <header style={colours} className="bg-(--band) text-(--band-ink) dark:bg-(--band-dark) dark:text-(--band-dark-ink)">
      <Container className="grid grid-cols-[7.5rem_1fr] gap-x-5 gap-y-6 py-6 sm:grid-cols-[12rem_1fr] sm:gap-x-8 md:grid-cols-[19rem_1fr] md:gap-x-12 md:py-12 lg:gap-x-16">
        <Poster
          seed={event.posterSeed}
          category={event.category}
          title={title}
          className="self-start rounded-sm shadow-float outline-1 outline-current/15 -outline-offset-1 md:row-span-2 md:rounded-md"
        />
        <div className="grid content-center gap-2 md:content-end md:gap-4">
          <p className="font-semibold text-sm">{t(event.category)}</p>
          <h1 className="text-balance font-extrabold text-xl leading-[1.15] tracking-[-0.03em] sm:text-2xl md:text-3xl">
            {title}
          </h1>
          <p className="hidden max-w-[52ch] text-pretty md:block">{summaryOf(locale, event)}</p>
        </div>
        <div className="col-span-2 grid gap-6 md:col-span-1 md:col-start-2">
          <p className="text-pretty md:hidden">{summaryOf(locale, event)}</p>
          <EventFacts event={event} />
        </div>
      </Container>
    </header>
  );
}
