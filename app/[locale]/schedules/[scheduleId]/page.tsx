import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { SignInFirst } from "@/components/queue/sign-in-first";
import { WaitingRoom } from "@/components/queue/waiting-room";
import { FirstSeatsScript } from "@/components/seat-map/first-seats-script";
import { salePhaseAt } from "@/components/seat-map/sale-phase";
import { ScheduleStrip } from "@/components/seat-map/schedule-strip";
import { SeatHall } from "@/components/seat-map/seat-hall";
import { SeatPickerSkeleton } from "@/components/seat-map/seat-picker-skeleton";
import { ClientWords } from "@/lib/i18n/client-words";
import { readDoor } from "@/lib/views/door";
import { readAvailabilityNow, readMyHold, readSchedulePage } from "@/lib/views/seat-map";
import { createBookingAction, holdBestAction, holdGeneralAction, holdSeatsAction, releaseSeatsAction } from "./actions";

type Props = PageProps<"/[locale]/schedules/[scheduleId]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("seatMap");
  return { title: t("title") };
}

export default function SchedulePage({ params }: Props) {
  return (
    <ClientWords of={["seatMap", "queue"]}>
      <div className="flex h-[calc(100dvh-var(--header-height)-1px)] min-h-[34rem] flex-col overflow-hidden">
        <Suspense fallback={<SeatPickerSkeleton />}>
          <Schedule params={params} />
        </Suspense>
      </div>
    </ClientWords>
  );
}

async function Schedule({ params }: Pick<Props, "params">) {
  const { scheduleId } = await params;
  await connection();
  const found = await readSchedulePage(scheduleId);
  if (!found) notFound();
  const { schedule, geometryUrl, gradeRuns } = found;
  // Taken before the reads below, so that they are at least as new as it says.
  const [renderedAtMs, locale] = [Date.now(), await getLocale()];
  const [availability, hold, door] = await Promise.all([
    readAvailabilityNow(scheduleId),
    readMyHold(scheduleId),
    readDoor(schedule),
  ]);
  const { id, planId, grades } = schedule;
  const strip = <ScheduleStrip schedule={schedule} locale={locale} />;
  // Who holds seats here was let in, and must be able to book them whatever has become of the pass.
  if (door !== "open" && !hold) {
    return (
      <>
        {strip}
        {door === "sign_in" ? (
          <SignInFirst scheduleId={id} />
        ) : (
          <WaitingRoom
            scheduleId={id}
            eventSlug={schedule.event.slug}
            opensAtMs={schedule.salesOpenAt.getTime()}
            timeZone={schedule.venue.timeZone}
            renderedAtMs={renderedAtMs}
          />
        )}
      </>
    );
  }

  const source = { scheduleId: id, planId, geometryUrl, gradeRuns, grades };
  const t = await getTranslations("seatMap");
  return (
    <>
      <FirstSeatsScript
        data={{
          ...{ source, availability, hold, locale },
          phase: salePhaseAt(schedule, renderedAtMs),
          words: { seatsLeft: t("list.left", { count: 2 }).replace("2", "{count}"), soldOut: t("canvas.soldOut") },
        }}
      />
      {strip}
      <SeatHall
        key={`${id}/${planId}`}
        source={source}
        initialAvailability={availability}
        initialHold={hold}
        sale={schedule}
        limit={Math.min(schedule.seatsPerBookingMax, schedule.seatsPerUserMax)}
        renderedAtMs={renderedAtMs}
        eventSlug={schedule.event.slug}
        timeZone={schedule.venue.timeZone}
        leavesNoOrphans={schedule.leavesNoOrphans}
        actions={{ holdSeatsAction, holdBestAction, holdGeneralAction, releaseSeatsAction, createBookingAction }}
      />
    </>
  );
}
