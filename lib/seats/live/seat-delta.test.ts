import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDeltaRing } from "./delta-ring";
import { diffStatuses, mergeChanges, withChanges } from "./seat-delta";

const statusesOf = (seatCount: number) =>
  fc.array(fc.constantFrom("0", "1", "2", "3"), { minLength: seatCount, maxLength: seatCount }).map((s) => s.join(""));
/** How a hall of 12 seats went from one state to the next, and the next. */
const course = fc.array(statusesOf(12), { minLength: 2, maxLength: 8 });

const deltasOf = (states: readonly string[]) =>
  states.slice(1).map((after, index) => ({
    from: `e.${index}`,
    to: `e.${index + 1}`,
    changes: diffStatuses(states[index] ?? "", after),
  }));

describe("deltas", () => {
  it("lead from any state to any other", () => {
    fc.assert(
      fc.property(course, ([before = "", after = ""]) => {
        expect(withChanges(before, diffStatuses(before, after))).toBe(after);
      }),
    );
  });

  it("lead to the same when they are merged", () => {
    fc.assert(
      fc.property(course, (states) => {
        expect(withChanges(states[0] ?? "", mergeChanges(deltasOf(states)))).toBe(states.at(-1));
      }),
    );
  });

  it.each([
    ["past the last seat", [[3, 1]]],
    ["before the first seat", [[-1, 1]]],
    ["between two seats", [[0.5, 1]]],
    ["to no status", [[0, 4]]],
    [
      "twice",
      [
        [1, 1],
        [1, 2],
      ],
    ],
  ] as const)("are refused when they change a seat %s", (_, changes) => {
    expect(withChanges("000", changes)).toBeNull();
  });
});

describe("createDeltaRing", () => {
  it("gives back exactly what came after a version, from any version that it reaches", () => {
    fc.assert(
      fc.property(course, (states) => {
        const ring = createDeltaRing({ deltasMax: 100, changesMax: 1_000 });
        for (const delta of deltasOf(states)) ring.push(delta);

        states.slice(0, -1).forEach((state, index) => {
          const missed = ring.since(`e.${index}`);
          expect(missed && withChanges(state, missed)).toBe(states.at(-1));
        });
      }),
    );
  });

  it("forgets the oldest deltas, by their number and by how much they say", () => {
    const push = (limits: { deltasMax: number; changesMax: number }) => {
      const ring = createDeltaRing(limits);
      for (const delta of deltasOf(["0000", "1100", "1111", "0111"])) ring.push(delta);
      return ring;
    };

    expect(push({ deltasMax: 2, changesMax: 100 }).since("e.0")).toBeNull();
    expect(push({ deltasMax: 2, changesMax: 100 }).since("e.1")).toHaveLength(3);
    expect(push({ deltasMax: 100, changesMax: 2 }).since("e.1")).toBeNull();
    expect(push({ deltasMax: 100, changesMax: 2 }).since("e.2")).toEqual([[0, 0]]);
  });

  it("knows nothing of a version that was never there", () => {
    const ring = createDeltaRing({ deltasMax: 2, changesMax: 100 });
    expect(ring.since("e.0")).toBeNull();
    ring.push({ from: "e.1", to: "e.2", changes: [] });
    expect(ring.since("other.1")).toBeNull();
    ring.clear();
    expect(ring.since("e.1")).toBeNull();
  });
});
