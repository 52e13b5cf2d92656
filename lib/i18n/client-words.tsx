import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** A file of `messages`; those of the site itself go to every page. */
type Part = "home" | "event" | "seatMap" | "checkout" | "bookings" | "points" | "auth" | "apiKeys" | "queue";

/**
 * Sends the browser the words that its components ask for below here, instead of all that the site ever says. What is
 * drawn on the server has every word anyway. Within another one it takes that one's place, so it names all that is needed.
 */
export async function ClientWords({ of: parts, children }: { of: readonly Part[]; children: ReactNode }) {
  const all: Record<string, unknown> = await getMessages();
  const sent = Object.fromEntries(["site", ...parts].map((part) => [part, all[part]]));
  return <NextIntlClientProvider messages={sent as typeof all}>{children}</NextIntlClientProvider>;
}
