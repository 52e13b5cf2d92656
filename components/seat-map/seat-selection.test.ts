import { describe, expect, it } from "vitest";
import type { HeldSeat, Hold } from "@/lib/seats/find-hold";
import { emptySelection, holdIsStale, nextSelection, type Selection, type SelectionEvent } from "./seat-selection";

const ALL_FREE = "00000000";

const heldSeat = (seatIndex: number): HeldSeat => ({
  ticketId: seatIndex + 100,
  seatIndex,
  section: "A",
  rowLabel: "1",
  seatNumber: String(seatIndex + 1),
  grade: "R",
  priceKrw: 99_000,
});
const holdOf = (...seats: number[]): Hold => ({
  holdToken: 7,
  seats: seats.map(heldSeat),
  expiresAt: new Date("2026-12-24T10:30:00Z"),
});

const applied = (state: Selection, ...events: SelectionEvent[]) => events.reduce(nextSelection, state);
const pick = (seat: number, statuses: string | null = ALL_FREE): SelectionEvent => ({
  type: "toggled",
  seat,
  statuses,
});
const none = emptySelection(4, null);

describe("picking seats", () => {
  it("picks a free seat and lets go of it at the second tap", () => {
    expect(applied(none, pick(3)).chosen).toEqual([3]);
    expect(applied(none, pick(3), pick(3)).chosen).toEqual([]);
  });

  it("leaves a seat alone that somebody has, or whose state is not known yet", () => {
    for (const statuses of ["0001", "0002", "0003", "", null])
      expect(applied(none, pick(3, statuses)).chosen).toEqual([]);
  });

  it("lets go of a chosen seat even when the map cannot be read", () => {
    expect(applied(none, pick(3), pick(3, null)).chosen).toEqual([]);
  });

  it("says so at the limit and keeps what was chosen", () => {
    const full = applied(emptySelection(2, null), pick(0), pick(1), pick(2));

    expect(full.chosen).toEqual([0, 1]);
    expect(full.notice).toEqual({ what: "limit", max: 2 });
  });

  it("counts held seats towards the limit", () => {
    const state = applied(emptySelection(2, holdOf(5)), pick(0), pick(1));

    expect(state.chosen).toEqual([0]);
    expect(state.notice).toEqual({ what: "limit", max: 2 });
  });

  it("does not choose a seat that is held already", () => {
    expect(applied(emptySelection(4, holdOf(5)), pick(5)).chosen).toEqual([]);
  });
});

describe("seats taken by others", () => {
  it("drops only the lost seats and names them", () => {
    const state = applied(none, pick(1), pick(2), { type: "statuses_read", statuses: "01000000" });

    expect(state.chosen).toEqual([2]);
    expect(state.notice).toEqual({ what: "lost", seats: [1] });
  });

  it("stays the very same object while nothing is lost, so that nothing is drawn again", () => {
    const state = applied(none, pick(1));

    expect(nextSelection(state, { type: "statuses_read", statuses: ALL_FREE })).toBe(state);
  });

  it("does not mistake my own hold on its way for somebody else's", () => {
    const state = applied(
      none,
      pick(1),
      { type: "sent", sending: { what: "hold", seats: [1] } },
      { type: "statuses_read", statuses: "01000000" },
    );

    expect(state.chosen).toEqual([1]);
    expect(state.notice).toBeNull();
  });

  it("takes back only the refused seats", () => {
    const state = applied(
      none,
      pick(1),
      pick(2),
      pick(3),
      { type: "sent", sending: { what: "hold", seats: [1, 2, 3] } },
      { type: "refused", seats: [2] },
    );

    expect(state).toMatchObject({ chosen: [1, 3], sending: null, notice: { what: "refused", seats: [2] } });
  });
});

describe("holding", () => {
  it("moves the granted seats out of the choice and keeps what was picked meanwhile", () => {
    const state = applied(none, pick(1), { type: "sent", sending: { what: "hold", seats: [1] } }, pick(4), {
      type: "hold_granted",
      hold: holdOf(1),
    });

    expect(state).toMatchObject({ chosen: [4], sending: null });
    expect(state.hold?.seats.map((seat) => seat.seatIndex)).toEqual([1]);
  });

  it("does not let go of a seat while it is being held", () => {
    const state = applied(none, pick(1), { type: "sent", sending: { what: "hold", seats: [1] } }, pick(1));

    expect(state.chosen).toEqual([1]);
  });

  it("sends one thing at a time, so that a double click sends once", () => {
    const first = applied(none, pick(1), { type: "sent", sending: { what: "hold", seats: [1] } });

    expect(nextSelection(first, { type: "sent", sending: { what: "book" } })).toBe(first);
  });

  it("keeps the rest of the hold when one seat is released", () => {
    const state = applied(emptySelection(4, holdOf(1, 2)), { type: "released", seats: [1] });

    expect(state.hold?.seats.map((seat) => seat.seatIndex)).toEqual([2]);
    expect(applied(state, { type: "released", seats: [2] }).hold).toBeNull();
  });

  it("keeps the choice when a request fails, so that it can be sent again", () => {
    const state = applied(
      none,
      pick(1),
      { type: "sent", sending: { what: "hold", seats: [1] } },
      { type: "told", notice: { what: "failed", message: "busy" } },
    );

    expect(state).toMatchObject({ chosen: [1], sending: null, notice: { what: "failed", message: "busy" } });
  });

  it("keeps the choice, and says nothing, while the fan signs in", () => {
    const state = applied(
      none,
      pick(1),
      { type: "sent", sending: { what: "hold", seats: [1] } },
      { type: "sent_to_sign_in" },
    );

    expect(state).toMatchObject({ chosen: [1], sending: null, notice: null });
  });

  it("ends once, however often the clock strikes", () => {
    const ended = applied(emptySelection(4, holdOf(1)), { type: "hold_ended" });

    expect(ended).toMatchObject({ hold: null, notice: { what: "hold_ended" } });
    expect(nextSelection(ended, { type: "hold_ended" })).toBe(ended);
  });

  it("does not let a late page overwrite a hold that is being changed", () => {
    const state = applied(emptySelection(4, holdOf(1)), { type: "sent", sending: { what: "book" } });

    expect(nextSelection(state, { type: "hold_read", hold: null })).toBe(state);
  });

  it("notices a hold that ended somewhere else", () => {
    const state = emptySelection(4, holdOf(1, 2));

    expect(holdIsStale(state, "01100000")).toBe(false);
    expect(holdIsStale(state, "01000000")).toBe(true);
    expect(holdIsStale(state, "01200000")).toBe(true);
  });
});

describe("coming back", () => {
  it("brings back what is still free and names what is not", () => {
    const state = applied(none, { type: "restored", seats: [1, 2], statuses: "00100000" });

    expect(state).toMatchObject({ chosen: [1], notice: { what: "lost", seats: [2] } });
  });

  it("never brings back more than the limit, nor a seat twice, nor one that is held", () => {
    const state = applied(emptySelection(3, holdOf(0)), pick(1), {
      type: "restored",
      seats: [0, 1, 2, 3, 4],
      statuses: "10000000",
    });

    expect(state.chosen).toEqual([1, 2]);
  });

  it("remembers the booking that the hold became until another seat is chosen", () => {
    const booked = applied(
      emptySelection(4, holdOf(1)),
      { type: "sent", sending: { what: "book" } },
      { type: "booked", bookingId: "b" },
    );

    expect(booked).toMatchObject({ hold: null, bookingId: "b", sending: { what: "book" } });
    expect(applied(booked, { type: "returned" })).toMatchObject({ sending: null, bookingId: "b" });
    expect(applied(booked, { type: "returned" }, pick(2)).bookingId).toBeNull();
  });
});
