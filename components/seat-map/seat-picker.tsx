"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { ConnectionNote } from "./connection-note";
import { hasOverview } from "./draw-grounds";
import { PickerBar } from "./picker-bar";
import { SeatCanvas } from "./seat-canvas";
import { SeatKey } from "./seat-key";
import { SeatPanel } from "./seat-panel";
import { type SeatPickerInput, useSeatPicker } from "./use-seat-picker";
import type { PickerView } from "./view-switch";

// Of its own: most who come look at the picture.
const loading = () => <Skeleton className="m-4 h-64" />;
const SeatList = dynamic(() => import("./seat-list").then((part) => part.SeatList), { loading });

export type SeatPickerProps = SeatPickerInput & { eventSlug: string; timeZone: string };

/** "Where do I sit?": the hall as a picture or as a list, and what was chosen. */
export function SeatPicker({ eventSlug, timeZone, ...input }: SeatPickerProps) {
  const picker = useSeatPicker(input);
  const [view, setView] = useState<PickerView>("map");
  return (
    <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
      <div className="flex min-h-72 min-w-0 flex-1 flex-col">
        <PickerBar picker={picker} view={view} onViewChange={setView} />
        <div className="relative min-h-0 flex-1">
          {view === "map" ? <SeatCanvas picker={picker} /> : <SeatList picker={picker} />}
          {view === "map" && <SeatKey hasShades={hasOverview(picker.hall.seatCount)} />}
          <ConnectionNote connection={picker.connection} />
        </div>
      </div>
      <SeatPanel picker={picker} eventSlug={eventSlug} timeZone={timeZone} />
      <p role="status" className="sr-only">
        {picker.spoken}
      </p>
    </div>
  );
}
