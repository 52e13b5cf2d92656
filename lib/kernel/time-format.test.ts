import { describe, expect, it } from "vitest";
import { formatDateTime } from "./time-format";

describe("formatDateTime", () => {
  const christmasEve = new Date("2026-12-24T10:30:00Z");

  it("says the hall's own time in Korean", () => {
    expect(formatDateTime("ko", christmasEve, "Asia/Seoul")).toBe("2026년 12월 24일 (목) 오후 7:30");
  });

  it("says the hall's own time in English", () => {
    expect(formatDateTime("en", christmasEve, "Asia/Seoul")).toBe("Thu, 24 December 2026, 7:30 PM");
  });
});
