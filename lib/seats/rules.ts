import type { TicketStatus } from "@/lib/db/schema/tickets";
import { AppError } from "@/lib/kernel/errors";

/** The most seats one request may name, whatever a schedule's own limits say. */
export const SEATS_PER_REQUEST_MAX = 20;

/** The part of a ticket that decides whose it is. */
export type TicketState = {
  status: TicketStatus;
  heldBy: string | null;
  heldUntil: Date | null;
  bookingId: string | null;
};

/** A hold lives up to, and not including, the instant it ends. */
const isLiveHold = (ticket: TicketState, now: Date) =>
  ticket.status === "held" && ticket.heldUntil !== null && ticket.heldUntil > now;

/** True when anybody may take the ticket at `now`: nobody has it, or the hold on it has run out. */
export function ticketIsFree(ticket: TicketState, now: Date): boolean {
  return ticket.status === "available" || (ticket.status === "held" && !isLiveHold(ticket, now));
}

/** True while `userId` holds the ticket, be it for a pending booking or before one. */
export function ticketIsHeldBy(userId: string, ticket: TicketState, now: Date): boolean {
  return isLiveHold(ticket, now) && ticket.heldBy === userId;
}

/** True while the ticket is part of the fan's hold that no booking has taken over yet. */
export function ticketIsInHoldOf(userId: string, ticket: TicketState, now: Date): boolean {
  return ticketIsHeldBy(userId, ticket, now) && ticket.bookingId === null;
}

/** When a hold made or extended at `now` runs out: `ttlMs` from now, never more than `extendMaxMs` after its beginning. */
export function holdUntil(hold: { now: Date; heldSince: Date; ttlMs: number; extendMaxMs: number }): Date {
  return new Date(Math.min(hold.now.getTime() + hold.ttlMs, hold.heldSince.getTime() + hold.extendMaxMs));
}

/** One character per seat in `Availability.statuses`, at the position of its `seatIndex`. */
export const SEAT_CODES = { available: "0", held: "1", sold: "2", blocked: "3" } as const satisfies Record<
  TicketStatus,
  string
>;

const STATUS_OF_CODE: Readonly<Record<string, TicketStatus>> = {
  "0": "available",
  "1": "held",
  "2": "sold",
  "3": "blocked",
};

/** What `statuses` says of one seat. A position that the hall does not have counts as blocked. */
export function seatStatusAt(statuses: string, seatIndex: number): TicketStatus {
  return STATUS_OF_CODE[statuses[seatIndex] ?? ""] ?? "blocked";
}

/** What a schedule allows, as its row and its event's row say. */
export type SaleTerms = {
  scheduleStatus: "draft" | "published" | "cancelled";
  eventStatus: "draft" | "published" | "archived";
  salesOpenAt: Date;
  salesCloseAt: Date;
  seatsPerBookingMax: number;
  seatsPerUserMax: number;
  /** Whether a choice that leaves one seat alone, where it need not, is refused. */
  leavesNoOrphans: boolean;
};

/** @throws AppError `not_found` when there is no such sale to see; `sales_not_open`; `sales_closed`. */
export function assertOnSale(terms: SaleTerms | undefined, now: Date): asserts terms is SaleTerms {
  if (!terms || terms.scheduleStatus === "draft" || terms.eventStatus === "draft") throw new AppError("not_found");
  if (terms.scheduleStatus === "cancelled" || terms.eventStatus === "archived") throw new AppError("sales_closed");
  if (now < terms.salesOpenAt) throw new AppError("sales_not_open", { salesOpenAt: terms.salesOpenAt.toISOString() });
  if (now >= terms.salesCloseAt) throw new AppError("sales_closed");
}

/** @throws AppError `seat_limit_exceeded` with `max` when `seats` is more than `max`. */
export function assertWithinLimit(seats: number, max: number): void {
  if (seats > max) throw new AppError("seat_limit_exceeded", { max });
}
