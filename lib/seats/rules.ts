import type { TicketStatus } from "@/lib/db/schema/tickets";

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

/** The state of every seat of a schedule at one moment. */
export type Availability = {
  scheduleId: string;
  /** The same while, and only while, `statuses` is the same. */
  version: string;
  /** "0" available, "1" held, "2" sold, "3" blocked; position = seatIndex. */
  statuses: string;
  /** When the database was asked, ISO 8601. */
  asOf: string;
};
