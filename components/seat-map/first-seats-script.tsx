"use client";

import type { FirstSeats } from "./first-seats-data";

/** `first-seats.ts`, as one text. */
declare const FIRST_SEATS_SCRIPT: string;

/** Draws the seats on what `HallSkeleton` keeps for them, as soon as this has arrived and long before React wakes. */
export function FirstSeatsScript({ data }: { data: FirstSeats }) {
  return (
    <>
      <script
        type="application/json"
        data-first-seats
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON that cannot end its script.
        dangerouslySetInnerHTML={{ __html: typeof window === "undefined" ? toJson(data) : "" }}
      />
      <script
        // A page that is built in the browser has React already, which draws by itself.
        type={typeof window === "undefined" ? "text/javascript" : "text/plain"}
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own script.
        dangerouslySetInnerHTML={{ __html: typeof window === "undefined" ? FIRST_SEATS_SCRIPT : "" }}
      />
    </>
  );
}

const toJson = (data: FirstSeats): string => JSON.stringify(data).replaceAll("<", "\\u003c");
