import type { Hold } from "@/lib/seats/find-hold";
import { seatStatusAt } from "@/lib/seats/rules";

/** What is being asked of the server right now. One thing at a time. */
export type Sending =
  | { what: "hold"; seats: readonly number[] }
  | { what: "hold_best"; asked: number }
  | { what: "hold_general"; asked: number }
  | { what: "release"; seats: readonly number[] }
  | { what: "book" };

/** What the fan must be told about the seats; stays until it is closed or overtaken. */
export type SelectionNotice =
  | { what: "limit"; max: number }
  /** The same, by the server's count, which knows of seats booked before. */
  | { what: "limit_with_bookings"; max: number }
  /** Chosen here, and then taken by somebody else before a hold was asked for. */
  | { what: "lost"; seats: readonly number[] }
  /** Asked for, and refused because somebody else was first. */
  | { what: "refused"; seats: readonly number[] }
  | { what: "hold_ended" }
  /** Refused because these seats would be left alone. */
  | { what: "orphan"; seats: readonly number[] }
  /** The server chose and holds these; `isSplit`: in two neighbouring rows, because no row had room for all. */
  | { what: "best_held"; seats: readonly number[]; isSplit: boolean }
  /** Not `asked` seats together, or places of a standing area, are left, but `largest`. */
  | { what: "too_few"; of: "together" | "places"; asked: number; largest: number }
  | { what: "failed"; message: string };

/** What one fan has chosen and holds in one schedule, as this screen knows it. */
export type Selection = {
  /** The most seats the fan may have here, chosen and held together. */
  limit: number;
  /** Picked on this screen and not held yet, in the order of picking. */
  chosen: readonly number[];
  hold: Hold | null;
  sending: Sending | null;
  notice: SelectionNotice | null;
  /** The booking that the last hold became. */
  bookingId: string | null;
};

export type SelectionEvent =
  | { type: "toggled"; seat: number; statuses: string | null }
  | { type: "statuses_read"; statuses: string }
  | { type: "restored"; seats: readonly number[]; statuses: string }
  | { type: "sent"; sending: Sending }
  | { type: "hold_granted"; hold: Hold; notice?: SelectionNotice }
  | { type: "refused"; seats: readonly number[] }
  | { type: "released"; seats: readonly number[] }
  /** Refused for a reason that the fan can do something about, or failed. */
  | { type: "told"; notice: SelectionNotice }
  /** Lets go of some of the choice and takes others instead, in one step. */
  | { type: "swapped"; remove: readonly number[]; add: readonly number[]; statuses: string | null }
  /** Nobody is signed in; the choice waits for whoever comes back. */
  | { type: "sent_to_sign_in" }
  | { type: "hold_ended" }
  | { type: "hold_read"; hold: Hold | null }
  | { type: "booked"; bookingId: string }
  /** The page is seen again after it was left for the booking. */
  | { type: "returned" }
  | { type: "notice_closed" };

export const emptySelection = (limit: number, hold: Hold | null): Selection => ({
  limit,
  chosen: [],
  hold,
  sending: null,
  notice: null,
  bookingId: null,
});

/** Every change of a selection. Pure, and optimistic: a pick shows at once and only a refusal takes it back. */
export function nextSelection(state: Selection, event: SelectionEvent): Selection {
  switch (event.type) {
    case "toggled":
      return toggle(state, event.seat, event.statuses);
    case "statuses_read":
      return dropLost(state, event.statuses);
    case "restored":
      return restore(state, event.seats, event.statuses);
    case "sent":
      return state.sending ? state : { ...state, sending: event.sending, notice: null };
    case "hold_granted":
      return { ...withHold(state, event.hold), sending: null, notice: event.notice ?? null, bookingId: null };
    case "refused":
      return {
        ...state,
        chosen: without(state.chosen, event.seats),
        sending: null,
        notice: { what: "refused", seats: event.seats },
      };
    case "released":
      return { ...state, hold: holdWithout(state.hold, event.seats), sending: null, notice: null };
    case "told":
      return { ...state, sending: null, notice: event.notice };
    case "swapped":
      return swap(state, event);
    case "sent_to_sign_in":
      return { ...state, sending: null };
    case "hold_ended":
      return state.hold ? { ...state, hold: null, sending: null, notice: { what: "hold_ended" } } : state;
    case "hold_read":
      return state.sending ? state : withHold(state, event.hold);
    case "booked":
      return { ...state, hold: null, bookingId: event.bookingId, notice: null };
    case "returned":
      return state.bookingId === null ? state : { ...state, sending: null };
    case "notice_closed":
      return { ...state, notice: null };
  }
}

/** Seats chosen and held together: what counts towards the limit. */
export const seatsTaken = ({ chosen, hold }: Pick<Selection, "chosen" | "hold">): number =>
  chosen.length + (hold?.seats.length ?? 0);

/** True when the seat is part of the fan's hold. */
export const isHeldByMe = ({ hold }: Pick<Selection, "hold">, seat: number): boolean =>
  hold?.seats.some((held) => held.seatIndex === seat) ?? false;

/** True when the map no longer agrees with the hold: released, expired or paid somewhere else. */
export const holdIsStale = ({ hold }: Selection, statuses: string): boolean =>
  hold?.seats.some((held) => seatStatusAt(statuses, held.seatIndex) !== "held") ?? false;

function toggle(state: Selection, seat: number, statuses: string | null): Selection {
  const isBeingHeld = state.sending?.what === "hold" && state.sending.seats.includes(seat);
  if (isBeingHeld || isHeldByMe(state, seat)) return state;
  if (state.chosen.includes(seat)) return { ...state, chosen: without(state.chosen, [seat]), notice: null };
  if (statuses === null || seatStatusAt(statuses, seat) !== "available") return state;
  if (seatsTaken(state) >= state.limit) return { ...state, notice: { what: "limit", max: state.limit } };
  return { ...state, chosen: [...state.chosen, seat], notice: null, bookingId: null };
}

/** A seat that is on its way into my own hold also reads as held, so the answer to that request decides instead. */
function dropLost(state: Selection, statuses: string): Selection {
  // Which seats the server is choosing is not known yet: they may be among those chosen here.
  if (state.sending?.what === "hold_best") return state;
  const beingHeld = state.sending?.what === "hold" ? state.sending.seats : [];
  const lost = state.chosen.filter((seat) => !beingHeld.includes(seat) && seatStatusAt(statuses, seat) !== "available");
  if (lost.length === 0) return state;
  return { ...state, chosen: without(state.chosen, lost), notice: { what: "lost", seats: lost } };
}

function swap(state: Selection, { remove, add, statuses }: Extract<SelectionEvent, { type: "swapped" }>): Selection {
  if (state.sending?.what === "hold") return state;
  const left = { ...state, chosen: without(state.chosen, remove), notice: null };
  const added = add.filter((seat) => !left.chosen.includes(seat));
  return added.reduce<Selection>((swapped, seat) => toggle(swapped, seat, statuses), left);
}

function restore(state: Selection, seats: readonly number[], statuses: string): Selection {
  const added = seats.filter((seat) => !state.chosen.includes(seat) && !isHeldByMe(state, seat));
  const room = Math.max(0, state.limit - seatsTaken(state));
  return dropLost({ ...state, chosen: [...state.chosen, ...added.slice(0, room)] }, statuses);
}

function withHold(state: Selection, hold: Hold | null): Selection {
  const held = hold?.seats.map((seat) => seat.seatIndex) ?? [];
  const room = Math.max(0, state.limit - held.length);
  return { ...state, hold, chosen: without(state.chosen, held).slice(0, room) };
}

function holdWithout(hold: Hold | null, seats: readonly number[]): Hold | null {
  const left = hold?.seats.filter((held) => !seats.includes(held.seatIndex)) ?? [];
  return hold && left.length > 0 ? { ...hold, seats: left } : null;
}

const without = (seats: readonly number[], gone: readonly number[]) => seats.filter((seat) => !gone.includes(seat));
