import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HeldSeat } from "@/lib/seats/find-hold";
import { emptySelection, nextSelection, type Selection, type SelectionEvent, seatsTaken } from "./seat-selection";

const SEATS = 10;
const seat = fc.integer({ min: 0, max: SEATS - 1 });
const someSeats = fc.uniqueArray(seat, { maxLength: 6 });

/** What may happen to a fan, by hand, by others or by the server. */
const happening = fc.oneof(
  fc.record({ what: fc.constant("toggle" as const), seat }),
  fc.record({ what: fc.constant("swap" as const), remove: someSeats, add: someSeats }),
  fc.record({ what: fc.constant("restore" as const), seats: someSeats }),
  fc.record({ what: fc.constant("others" as const), seat, status: fc.constantFrom("0", "1", "2") }),
  fc.record({ what: fc.constant("hold" as const) }),
  fc.record({ what: fc.constant("hold_best" as const), seats: someSeats }),
  fc.record({ what: fc.constant("answer" as const), refused: someSeats, isHeard: fc.boolean() }),
  fc.record({ what: fc.constant("release" as const), seat }),
  fc.record({ what: fc.constant("end" as const) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const held = (seatIndex: number): HeldSeat => ({
  ...{ ticketId: seatIndex, seatIndex, section: "A", rowLabel: "1", seatNumber: String(seatIndex + 1) },
  ...{ grade: "R", priceKrw: 99_000 },
});

/** A screen and the server behind it, which keeps every rule. */
class Play {
  state: Selection;
  /** Seats of others, as the screen was told. */
  others: string[] = Array.from({ length: SEATS }, () => "0");
  mine: number[] = [];
  best: number[] = [];

  constructor(limit: number) {
    this.state = emptySelection(limit, null);
  }

  get statuses(): string {
    return this.others.map((status, index) => (this.mine.includes(index) ? "1" : status)).join("");
  }

  tell(event: SelectionEvent) {
    this.state = nextSelection(this.state, event);
  }

  go(happens: Happening) {
    const { statuses } = this;
    switch (happens.what) {
      case "toggle":
        return this.tell({ type: "toggled", seat: happens.seat, statuses });
      case "swap":
        return this.tell({ type: "swapped", remove: happens.remove, add: happens.add, statuses });
      case "restore":
        return this.tell({ type: "restored", seats: happens.seats, statuses });
      case "others":
        if (!this.mine.includes(happens.seat)) this.others[happens.seat] = happens.status;
        return this.tell({ type: "statuses_read", statuses: this.statuses });
      case "hold":
        if (this.state.chosen.length > 0)
          this.tell({ type: "sent", sending: { what: "hold", seats: this.state.chosen } });
        return;
      case "hold_best":
        if (!this.state.sending) this.best = happens.seats;
        return this.tell({ type: "sent", sending: { what: "hold_best", asked: happens.seats.length } });
      case "answer":
        return this.answer(happens.refused, happens.isHeard);
      case "release":
        // One thing is asked at a time.
        if (this.state.sending) return;
        this.mine = this.mine.filter((own) => own !== happens.seat);
        return this.tell({ type: "released", seats: [happens.seat] });
      case "end":
        this.mine = [];
        this.tell({ type: "hold_ended" });
        return this.tell({ type: "statuses_read", statuses: this.statuses });
    }
  }

  private answer(refused: readonly number[], isHeard: boolean) {
    const { sending, limit } = this.state;
    if (!sending) return;
    const asked = sending.what === "hold" ? sending.seats : this.best;
    const taken = asked.filter((one) => refused.includes(one) || this.others[one] !== "0");
    const isTooMany = new Set([...this.mine, ...asked]).size > limit;
    if (!isHeard || isTooMany) this.tell({ type: "told", notice: { what: "failed", message: "" } });
    else if (sending.what === "hold" && taken.length > 0) {
      for (const one of taken) this.others[one] = "1";
      const before = this.state.chosen;
      this.tell({ type: "refused", seats: taken });
      expect(this.state.chosen).toEqual(before.filter((one) => !taken.includes(one)));
    } else {
      this.mine = [...new Set([...this.mine, ...asked.filter((one) => this.others[one] === "0")])];
      this.tell({ type: "hold_granted", hold: { holdToken: 1, seats: this.mine.map(held), expiresAt: new Date(0) } });
    }
    this.tell({ type: "statuses_read", statuses: this.statuses });
  }
}

function expectSound({ state, others, mine }: Play) {
  const { chosen, hold, limit, sending } = state;
  const holding = hold?.seats.map(({ seatIndex }) => seatIndex) ?? [];
  expect(seatsTaken(state)).toBeLessThanOrEqual(limit);
  expect(new Set([...chosen, ...holding]).size).toBe(seatsTaken(state));
  expect([...holding].sort()).toEqual([...mine].sort());
  // While the server has not answered, whose the seats are that it was asked for is its to say.
  const undecided = sending?.what === "hold" ? sending.seats : sending?.what === "hold_best" ? chosen : [];
  for (const one of chosen) if (!undecided.includes(one)) expect(others[one]).toBe("0");
}

describe("a selection, whatever happens in whatever order", () => {
  it("never exceeds the limit, never has a seat that somebody else has, and loses to a refusal only what was refused", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(happening, { maxLength: 60 }), (limit, story) => {
        const play = new Play(limit);
        for (const happens of story) {
          play.go(happens);
          expectSound(play);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("goes back to where it was when a seat is toggled twice", () => {
    fc.assert(
      fc.property(someSeats, seat, (chosen, one) => {
        const statuses = "0".repeat(SEATS);
        const before = nextSelection(emptySelection(SEATS, null), { type: "restored", seats: chosen, statuses });
        const toggled: SelectionEvent = { type: "toggled", seat: one, statuses };
        const after = nextSelection(nextSelection(before, toggled), toggled);
        expect([...after.chosen].sort()).toEqual([...before.chosen].sort());
      }),
    );
  });
});
