import { describe, expect, it } from "vitest";
import { documentOf } from "@/lib/api/openapi/document";
import { ROUTES } from "@/lib/api/v1/routes";
import { KOREAN } from "./korean";
import { referenceOf } from "./reference";

const SERVER = "https://rowlock.test/api/v1";
const asked = new Set<string>();
const parts = referenceOf(documentOf(ROUTES, SERVER), SERVER, (words) => {
  asked.add(words);
  return words;
});
const operations = parts.flatMap((part) => part.operations);
const operation = (id: string) => operations.find((one) => one.id === id);

describe("the API as people read about it", () => {
  it("has every operation once, in the order of a purchase", () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(ROUTES.map(({ id }) => id).sort());
    expect(parts.map(({ name }) => name)).toEqual(["Signing in", "Events", "Seats", "Bookings", "Points"]);
  });

  it("can be said in Korean, every word of it", () => {
    expect([...asked].filter((words) => !(words in KOREAN))).toEqual([]);
    expect(Object.keys(KOREAN).filter((words) => !asked.has(words))).toEqual([]);
  });

  it("names fields however deep they are, with what they take", () => {
    expect(operation("lockSeats")?.body).toContainEqual({
      ...{ name: "seats[].number", type: "integer ≥ 0 | string 1…40", required: true, description: 'As 12 or "12번"' },
    });
    expect(operation("findBooking")?.answer.rows.map(({ name }) => name)).toContain("payment.refunded_at");
  });

  it("says whom an operation is open to", () => {
    expect(operation("listEvents")?.access).toEqual({ kind: "anyone" });
    expect(operation("chargePoints")?.access).toEqual({ kind: "key", scope: "points" });
    expect(operation("createApiKey")?.access).toEqual({ kind: "person" });
  });

  it("shows a command that can be typed as it stands", () => {
    expect(operation("listTickets")?.curl).toMatch(
      /^curl 'https:\/\/rowlock\.test\/api\/v1\/events\/[\w-]+\/tickets\?schedule_id=/,
    );
    for (const { curl } of operations) expect(curl).not.toMatch(/[{]\w+[}]'/);
  });
});
