import { describe, expect, it } from "vitest";
import { formatDateRange, formatDateTime } from "./time-format";

describe("formatDateTime", () => {
  const christmasEve = new Date("2026-12-24T10:30:00Z");

  it("says the hall's own time in Korean", () => {
    expect(formatDateTime("ko", christmasEve, "Asia/Seoul")).toBe("2026년 12월 24일 (목) 오후 7:30");
  });

  it("says the hall's own time in English", () => {
    expect(formatDateTime("en", christmasEve, "Asia/Seoul")).toBe("Thu, 24 December 2026, 7:30 PM");
  });
});

describe("formatDateRange", () => {
  const range = (locale: "ko" | "en", first: string, last: string) =>
    formatDateRange(locale, new Date(first), new Date(last), "Asia/Seoul");

  it("says one day with its weekday", () => {
    expect(range("ko", "2026-12-24T02:00:00Z", "2026-12-24T10:30:00Z")).toBe("2026년 12월 24일 (목)");
    expect(range("en", "2026-12-24T02:00:00Z", "2026-12-24T10:30:00Z")).toBe("Thu, 24 December 2026");
  });

  it("repeats nothing that both ends share", () => {
    expect(range("ko", "2026-12-24T10:30:00Z", "2026-12-31T10:30:00Z")).toBe("2026년 12월 24일 – 31일");
    expect(range("en", "2026-12-24T10:30:00Z", "2026-12-31T10:30:00Z")).toBe("24 – 31 December 2026");
    expect(range("ko", "2026-11-30T10:30:00Z", "2026-12-02T10:30:00Z")).toBe("2026년 11월 30일 – 12월 2일");
  });

  it("says both years across New Year, by the hall's clock", () => {
    expect(range("ko", "2026-12-30T10:30:00Z", "2026-12-31T15:30:00Z")).toBe("2026년 12월 30일 – 2027년 1월 1일");
    expect(range("en", "2026-12-30T10:30:00Z", "2026-12-31T15:30:00Z")).toBe("30 December 2026 – 1 January 2027");
  });
});
