import { describe, expect, it } from "vitest";
import { ChargePointsInput } from "@/lib/points/schema";
import { amountCovering, amountKrwOf, findAmountFault, formatAmount, QUICK_AMOUNTS_KRW } from "./charge-amount";

describe("formatAmount", () => {
  it.each([
    ["30000", "30,000"],
    ["₩1,000,000원", "1,000,000"],
    ["007", "7"],
    ["", ""],
  ])("writes %o as %o", (typed, expected) => {
    expect(formatAmount(typed)).toBe(expected);
  });

  it("is read back as the same won", () => {
    expect(amountKrwOf(formatAmount("123456"))).toBe(123_456);
    expect(amountKrwOf("")).toBe(0);
  });
});

describe("findAmountFault", () => {
  it("agrees with what the server takes", () => {
    const takes = (amountKrw: number) =>
      ChargePointsInput.safeParse({ chargeId: crypto.randomUUID(), amountKrw, cardToken: "tok_approve" }).success;

    for (const amountKrw of [0, 999, 1_000, 1_500, 30_000, 1_000_000, 1_001_000, ...QUICK_AMOUNTS_KRW]) {
      expect(findAmountFault(amountKrw) === null).toBe(takes(amountKrw));
    }
  });
});

describe("amountCovering", () => {
  it("rounds up to what can be charged", () => {
    expect(amountCovering(1)).toBe(1_000);
    expect(amountCovering(193_000)).toBe(193_000);
    expect(amountCovering(193_001)).toBe(194_000);
    expect(amountCovering(9_999_999)).toBe(1_000_000);
  });
});
