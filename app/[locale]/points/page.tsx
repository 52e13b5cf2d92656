import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BalanceCard } from "@/components/points/balance-card";
import { HistoryFilter } from "@/components/points/history-filter";
import { HistoryList } from "@/components/points/history-list";
import { pointsHref, pointsInput, readPointsQuery } from "@/components/points/points-query";
import { PointsSkeleton } from "@/components/points/points-skeleton";
import { FreshWhenSeen } from "@/components/site/fresh-when-seen";
import { Container } from "@/components/ui/container";
import { PageHeading } from "@/components/ui/page-heading";
import { requireUser } from "@/lib/auth/require-user";
import { ClientWords } from "@/lib/i18n/client-words";
import { readMyPoints } from "@/lib/views/my-bookings";
import { chargePointsAction } from "./actions";

type Props = PageProps<"/[locale]/points">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("points");
  return { title: t("title") };
}

export default async function PointsPage({ searchParams }: Props) {
  const t = await getTranslations("points");
  return (
    <ClientWords of={["points", "checkout"]}>
      <Container width="reading" className="pb-24">
        <PageHeading title={t("title")} />
        <FreshWhenSeen />
        <Suspense fallback={<PointsSkeleton />}>
          <MyPoints searchParams={searchParams} />
        </Suspense>
      </Container>
    </ClientWords>
  );
}

async function MyPoints({ searchParams }: Pick<Props, "searchParams">) {
  const query = readPointsQuery(await searchParams);
  await requireUser(pointsHref(query));
  const [t, { balance, history }] = await Promise.all([getTranslations("points"), readMyPoints(pointsInput(query))]);
  return (
    <div className="grid gap-10">
      <BalanceCard balance={balance} payFor={query.payFor} missing={query.missing} chargeAction={chargePointsAction} />
      <section aria-labelledby="history" className="grid gap-4">
        <h2 id="history" className="font-bold text-lg">
          {t("history")}
        </h2>
        <HistoryFilter query={query} />
        <HistoryList page={history} query={query} />
      </section>
    </div>
  );
}
