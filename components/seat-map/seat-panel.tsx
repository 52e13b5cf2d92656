"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { HoldCountdown } from "@/components/booking/hold-countdown";
import { HoldPanel } from "@/components/booking/hold-panel";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Link } from "@/lib/i18n/routing";
import type { Hold } from "@/lib/seats/find-hold";
import { ChoicePanel } from "./choice-panel";
import { SaleNote } from "./sale-note";
import { SelectionNote } from "./selection-note";
import type { SeatPicker } from "./use-seat-picker";
import { useTicking } from "./use-server-time";
import type { Tool } from "./use-tools";

type SeatPanelProps = { picker: SeatPicker; eventSlug: string; timeZone: string };

/** Below the map on a phone, growing over it as needed; beside it on a wide screen. */
export function SeatPanel(props: SeatPanelProps) {
  const t = useTranslations("seatMap");
  return (
    <div className="relative z-20 h-36 shrink-0 has-data-[folded=true]:h-auto lg:h-auto lg:w-88">
      <section
        aria-label={t("panel.label")}
        data-covers-map
        className="absolute inset-x-0 bottom-0 grid max-lg:has-data-[folded=true]:static max-h-[calc(100dvh-var(--header-height)-7rem)] min-h-36 content-start gap-3 overflow-y-auto rounded-t-lg border-line border-t bg-surface px-3 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:inset-0 lg:max-h-none lg:rounded-none lg:border-t-0 lg:border-l lg:p-5"
      >
        <SelectionNote picker={props.picker} />
        <PanelBody {...props} />
      </section>
    </div>
  );
}

function PanelBody({ picker, eventSlug, timeZone }: SeatPanelProps) {
  const { selection, phase, free, tool } = picker;
  if (tool && phase === "on_sale") {
    return (
      <>
        {selection.hold && <HoldClock picker={picker} hold={selection.hold} />}
        <ToolPanel picker={picker} tool={tool} />
      </>
    );
  }
  if (selection.hold && phase !== "cancelled") return <HoldPanel picker={picker} hold={selection.hold} />;
  if (selection.bookingId && selection.chosen.length === 0) return <BookedNote bookingId={selection.bookingId} />;
  const isSoldOut = free?.total === 0 && selection.chosen.length === 0;
  if (phase !== "on_sale" || isSoldOut) return <SaleNote picker={picker} eventSlug={eventSlug} timeZone={timeZone} />;
  return <ChoicePanel picker={picker} />;
}

// Of their own, so that the hall stays on screen while a tool is on its way.
const loading = () => <Skeleton className="h-64 rounded-md" />;
const FindPanel = dynamic(() => import("./find-panel").then((part) => part.FindPanel), { loading });
const StandingPanel = dynamic(() => import("./standing-panel").then((part) => part.StandingPanel), { loading });

/** Sent to the browser when it is first asked for: most who come know where they want to sit. */
const ToolPanel = ({ picker, tool }: { picker: SeatPicker; tool: Tool }) =>
  tool.what === "find" ? (
    <FindPanel picker={picker} />
  ) : (
    <StandingPanel key={tool.section} picker={picker} section={tool.section} />
  );

/** Seats held already go on running out while others are looked for. */
const HoldClock = ({ picker, hold }: { picker: SeatPicker; hold: Hold }) => (
  <HoldCountdown expiresAt={hold.expiresAt} nowMs={useTicking(picker.time)} onEnd={picker.purchase.endHold} />
);

function BookedNote({ bookingId }: { bookingId: string }) {
  const t = useTranslations("seatMap.booked");
  return (
    <Notice
      tone="success"
      title={t("title")}
      action={
        <Button asChild size="md">
          <Link href={`/checkout/${bookingId}`}>{t("action")}</Link>
        </Button>
      }
    >
      {t("body")}
    </Notice>
  );
}
