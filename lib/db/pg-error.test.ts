import { describe, expect, it } from "vitest";
import { isConnectionLost, lacksPerson, pgErrorOf, violates } from "./pg-error";

const driverError = (facts: object) => Object.assign(new Error("from the driver"), facts);
const wrapped = (cause: unknown) => new Error("Failed query", { cause });

describe("pgErrorOf", () => {
  it("finds the driver's error under its wrappers", () => {
    const error = wrapped(wrapped(driverError({ code: "23505", constraint_name: "bookings_pkey" })));

    expect(pgErrorOf(error)).toEqual({ code: "23505", constraint: "bookings_pkey" });
  });

  it("finds none in anything else, nor in a chain that bites its own tail", () => {
    const circular = new Error("circular");
    circular.cause = circular;

    for (const error of [null, "text", new Error("plain"), circular]) expect(pgErrorOf(error)).toBeNull();
  });
});

describe("violates", () => {
  it("means exactly the constraint named, never any duplicate", () => {
    const error = wrapped(driverError({ code: "23505", constraint_name: "bookings_number_unique" }));

    expect(violates(error, "bookings_number_unique")).toBe(true);
    expect(violates(error, "bookings_pkey")).toBe(false);
  });
});

describe("isConnectionLost", () => {
  it("is true when the database cannot be reached or went away, and for nothing else", () => {
    for (const code of ["ECONNREFUSED", "CONNECTION_CLOSED", "57P01"]) {
      expect(isConnectionLost(wrapped(driverError({ code })))).toBe(true);
    }
    for (const code of ["23505", "40P01"]) expect(isConnectionLost(driverError({ code }))).toBe(false);
  });
});

describe("lacksPerson", () => {
  it("is true for what was written for nobody, and for no other broken reference", () => {
    const broken = (constraint_name: string) => wrapped(driverError({ code: "23503", constraint_name }));

    for (const constraint of ["bookings_user_fk", "tickets_held_by_fk", "point_histories_account_fk"])
      expect(lacksPerson(broken(constraint))).toBe(true);
    expect(lacksPerson(broken("bookings_schedule_fk"))).toBe(false);
  });
});
