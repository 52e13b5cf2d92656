import { describe, expect, it } from "vitest";
import { checkPlanFileSize, checkSeatCount, formatPath, PLAN_FILE_BYTES_MAX } from "./plan-fault";
import { parsePretixPlan } from "./pretix";
import { PLAN_SEATS_MAX } from "./rules";

describe("the limits of a plan", () => {
  it("are 20 MB of file", () => {
    expect(() => checkPlanFileSize(PLAN_FILE_BYTES_MAX)).not.toThrow();
    expect(() => checkPlanFileSize(PLAN_FILE_BYTES_MAX + 1)).toThrow(
      expect.objectContaining({ code: "invalid_input", details: expect.objectContaining({ bytesMax: 20_971_520 }) }),
    );
  });

  it("are 100,000 seats", () => {
    expect(() => checkSeatCount("zones", PLAN_SEATS_MAX)).not.toThrow();
    const seats = Array.from({ length: PLAN_SEATS_MAX + 1 }, (_, i) => ({
      seat_number: String(i),
      seat_guid: String(i),
      position: { x: i * 25, y: 0 },
    }));

    expect(() => parsePretixPlan({ zones: [{ name: "A", rows: [{ row_number: "1", seats }] }] })).toThrow(
      expect.objectContaining({
        code: "invalid_input",
        details: { path: "zones", message: expect.stringContaining("100001"), seatsMax: 100_000 },
      }),
    );
  });
});

it("names a place in a file as its author would", () => {
  expect(formatPath(["zones", 0, "rows", 3, "seat_number"])).toBe("zones[0].rows[3].seat_number");
  expect(formatPath(["seats", 'A-"1"', "view_note"])).toBe('seats["A-\\"1\\""].view_note');
  expect(formatPath([])).toBe("");
});
