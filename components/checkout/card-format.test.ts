import { describe, expect, it } from "vitest";
import { TEST_CARDS } from "@/lib/payments/test-cards";
import { caretAfter, findCardFaults, formatCardNumber, formatCvc, formatExpiry } from "./card-format";

describe("formatCardNumber", () => {
  it("groups by four as it is typed, without a trailing space", () => {
    expect(formatCardNumber("4242")).toBe("4242");
    expect(formatCardNumber("42424")).toBe("4242 4");
  });

  it("takes a pasted number however it is spaced, and stops at nineteen digits", () => {
    expect(formatCardNumber(" 4242-4242.4242 4242 ")).toBe("4242 4242 4242 4242");
    expect(formatCardNumber("1".repeat(30))).toHaveLength(19 + 4);
  });
});

describe("formatExpiry", () => {
  it.each([
    ["1", "1"],
    ["12", "12"],
    ["122", "12/2"],
    ["1228", "12/28"],
    ["12/", "12"],
    ["1/", "01"],
    ["12 / 28", "12/28"],
    ["12/2028", "12/28"],
    ["122028", "12/28"],
    ["3/28", "03/28"],
    ["5", "05"],
  ])("reads %o as %o", (typed, expected) => {
    expect(formatExpiry(typed)).toBe(expected);
  });

  it("lets itself be deleted to nothing", () => {
    let text = "12/28";
    for (let step = 0; step < 4; step++) text = formatExpiry(text.slice(0, -1));
    expect(text).toBe("");
  });
});

describe("formatCvc", () => {
  it("keeps at most four digits", () => {
    expect(formatCvc("12 3a45")).toBe("1234");
  });
});

describe("caretAfter", () => {
  it("stays behind the same digit when groups move", () => {
    expect(caretAfter("4242 1", 5)).toBe(6);
    expect(caretAfter("4242 1", 4)).toBe(4);
    expect(caretAfter("4242 1", 0)).toBe(0);
    expect(caretAfter("42", 9)).toBe(2);
  });
});

describe("findCardFaults", () => {
  const today = new Date(2026, 10, 21);
  const good = { number: "4242 4242 4242 4242", expiry: "12/28", cvc: "123" };

  it("finds nothing wrong with a good card, nor with any test card", () => {
    expect(findCardFaults(good, today)).toEqual({});
    for (const { number } of TEST_CARDS) expect(findCardFaults({ ...good, number }, today)).toEqual({});
  });

  it("asks for what is missing, in the order of the page", () => {
    expect(Object.entries(findCardFaults({ number: "", expiry: "", cvc: "" }, today))).toEqual([
      ["number", "missing"],
      ["expiry", "missing"],
      ["cvc", "missing"],
    ]);
  });

  it("notices a mistyped number, a thirteenth month and a short code", () => {
    const faults = findCardFaults({ number: "4242 4242 4242 4243", expiry: "13/28", cvc: "12" }, today);
    expect(faults).toEqual({ number: "malformed", expiry: "malformed", cvc: "malformed" });
  });

  it("takes a card to the end of its month", () => {
    expect(findCardFaults({ ...good, expiry: "11/26" }, today)).toEqual({});
    expect(findCardFaults({ ...good, expiry: "10/26" }, today)).toEqual({ expiry: "past" });
  });
});
