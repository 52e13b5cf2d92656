import { z } from "zod";

/** What the booking's status route says; the little that the checkout needs to know where it stands. */
const BookingSnapshot = z.object({
  status: z.enum(["pending", "confirmed", "cancelled", "refunded", "expired"]),
  payment: z
    .object({
      status: z.enum(["processing", "succeeded", "declined", "refund_due", "refunded"]),
      reason: z.string().nullable(),
    })
    .nullable(),
});
export type BookingSnapshot = z.output<typeof BookingSnapshot>;

/**
 * What a snapshot means to somebody who wants to pay: "payable" and "declined" may try (again),
 * "processing" must wait, and the rest are ends. A payment under way outlives its booking's time,
 * because the money may have moved.
 */
export type Standing =
  | { kind: "payable" }
  | { kind: "declined"; reason: string | null }
  | { kind: "processing" }
  | { kind: "paid" }
  | { kind: "expired" }
  | { kind: "refunded" }
  | { kind: "ended" };

export function standingOf({ status, payment }: BookingSnapshot): Standing {
  if (status === "confirmed") return { kind: "paid" };
  if (status === "cancelled" || status === "refunded") return { kind: "ended" };
  if (payment?.status === "processing") return { kind: "processing" };
  if (payment?.status === "refund_due" || payment?.status === "refunded") return { kind: "refunded" };
  if (status === "expired") return { kind: "expired" };
  if (payment?.status === "declined") return { kind: "declined", reason: payment.reason };
  return { kind: "payable" };
}

const READ_TIMEOUT_MS = 8_000;

/** The booking as the server sees it now; `null` when it cannot be asked. Safe to repeat. */
export async function readBookingStatus(bookingId: string): Promise<BookingSnapshot | null> {
  try {
    const response = await fetch(`/api/v1/bookings/${bookingId}`, {
      cache: "no-store",
      signal: AbortSignal.timeout(READ_TIMEOUT_MS),
    });
    return response.ok ? (BookingSnapshot.safeParse(await response.json()).data ?? null) : null;
  } catch {
    return null;
  }
}

const POLL_FIRST_MS = 700;
const POLL_LONGEST_MS = 5_000;
const POLL_GROWTH = 1.4;
/** About four minutes; after that the fan may ask by hand, and the server settles it either way. */
export const POLLS_MAX = 52;

/** How long to wait before the poll of this number (from 0): quick at first, then every five seconds. */
export function pollDelayMs(poll: number): number {
  return Math.min(POLL_LONGEST_MS, Math.round(POLL_FIRST_MS * POLL_GROWTH ** poll));
}
