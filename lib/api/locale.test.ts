import { describe, expect, it } from "vitest";
import { localeOf } from "./locale";

const speaking = (acceptLanguage: string) => localeOf(new Headers({ "accept-language": acceptLanguage }));

describe("localeOf", () => {
  it("answers in the language of the page an action was sent from", () => {
    expect(localeOf(new Headers({ "x-next-intl-locale": "en", "accept-language": "ko" }))).toBe("en");
  });

  it("follows the reader's order of preference", () => {
    expect(speaking("en-US,en;q=0.9,ko;q=0.8")).toBe("en");
    expect(speaking("fr-FR,ko;q=0.5,en;q=0.7")).toBe("en");
  });

  it("answers in Korean when it is told nothing it knows", () => {
    expect(localeOf(new Headers())).toBe("ko");
    expect(speaking("fr-FR")).toBe("ko");
    expect(speaking(";;;,,,q=")).toBe("ko");
  });
});
