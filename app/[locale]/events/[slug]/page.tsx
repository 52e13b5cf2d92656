import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getLocale } from "next-intl/server";
import { Suspense } from "react";
import { EventBody } from "@/components/event/event-body";
import { EventHero } from "@/components/event/event-hero";
import { EventJsonLd } from "@/components/event/event-json-ld";
import { EventSkeleton } from "@/components/event/event-skeleton";
import { viewSchedules } from "@/components/event/schedule-months";
import { summaryOf, titleOf } from "@/components/event/words";
import { ClientWords } from "@/lib/i18n/client-words";
import { readEvent, readEventDetail } from "@/lib/views/on-sale";

type Props = PageProps<"/[locale]/events/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const event = await readEventDetail(slug);
  if (!event) return {};
  const locale = await getLocale();
  const title = titleOf(locale, event);
  const description = summaryOf(locale, event);
  return {
    title,
    description,
    openGraph: { type: "website", title, description, locale: locale === "en" ? "en_GB" : "ko_KR" },
    alternates: {
      canonical: locale === "en" ? `/en/events/${slug}` : `/events/${slug}`,
      languages: { ko: `/events/${slug}`, en: `/en/events/${slug}` },
    },
  };
}

export default function EventPage({ params }: Props) {
  return (
    <ClientWords of={["event"]}>
      <Suspense fallback={<EventSkeleton />}>
        <EventOnSale params={params} />
      </Suspense>
    </ClientWords>
  );
}

async function EventOnSale({ params }: Pick<Props, "params">) {
  const { slug } = await params;
  await connection();
  const found = await readEvent(slug);
  if (!found) notFound();
  const views = viewSchedules(found.event.schedules, found.seats, new Date());
  return (
    <article>
      <EventJsonLd event={found.event} views={views} />
      <EventHero event={found.event} />
      <EventBody event={found.event} views={views} />
    </article>
  );
}
