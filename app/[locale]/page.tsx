import { connection } from "next/server";
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { chooseFeature } from "@/components/home/choose-feature";
import { Feature } from "@/components/home/feature";
import { HomeSkeleton } from "@/components/home/home-skeleton";
import { OnSaleFilters } from "@/components/home/on-sale-filters";
import { OnSaleList } from "@/components/home/on-sale-list";
import { daysOf, isFiltered, readQuery } from "@/components/home/on-sale-query";
import { Container } from "@/components/ui/container";
import { ClientWords } from "@/lib/i18n/client-words";
import { readOnSale } from "@/lib/views/on-sale";

type Props = PageProps<"/[locale]">;

const SITE_TIME_ZONE = "Asia/Seoul";

export default function HomePage({ searchParams }: Props) {
  const t = useTranslations("home");
  return (
    <ClientWords of={["home"]}>
      <Container>
        <h1 className="text-balance py-8 font-extrabold text-2xl leading-[1.2] tracking-[-0.03em] md:py-12 md:text-3xl">
          {t("title")}
        </h1>
        <Suspense fallback={<HomeSkeleton />}>
          <OnSale searchParams={searchParams} />
        </Suspense>
      </Container>
    </ClientWords>
  );
}

async function OnSale({ searchParams }: Pick<Props, "searchParams">) {
  await connection();
  const query = readQuery(await searchParams);
  const now = new Date();
  const events = await readOnSale({ query: query.q, category: query.category, ...daysOf(query, now, SITE_TIME_ZONE) });
  const feature = isFiltered(query) ? undefined : chooseFeature(events, now);
  return (
    <div className="grid grid-cols-1 gap-10 md:gap-14">
      {feature && <Feature event={feature} now={now} />}
      <OnSaleFilters query={query} />
      <OnSaleList events={events} query={query} now={now} />
    </div>
  );
}
