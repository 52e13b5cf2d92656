import { describe, expect, it } from "vitest";
import { CardToken } from "./schema";
import { TEST_CARDS, tokenOfTestCard } from "./test-cards";

describe("tokenOfTestCard", () => {
  it("finds the token however the number is spaced", () => {
    expect(tokenOfTestCard("4242 4242 4242 4242")).toBe("tok_approve");
    expect(tokenOfTestCard("4242-4242-4242-4242")).toBe("tok_approve");
    expect(tokenOfTestCard(" 4000000000000069 ")).toBe("tok_slow");
  });

  it("knows no other card", () => {
    expect(tokenOfTestCard("4111 1111 1111 1111")).toBeNull();
    expect(tokenOfTestCard("")).toBeNull();
  });
});

describe("CardToken", () => {
  it("takes every test card's token and never a card number", () => {
    for (const { token, number } of TEST_CARDS) {
      expect(CardToken.safeParse(token).success).toBe(true);
      expect(CardToken.safeParse(number).success).toBe(false);
      expect(CardToken.safeParse(number.replaceAll(" ", "")).success).toBe(false);
    }
  });
});
