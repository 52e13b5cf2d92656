import { describe, expect, it } from "vitest";
import { formatPlaces, formatSeatNames } from "./seat-name";

const row = { section: "A", rowLabel: "3" };

describe("names of several seats", () => {
  it("joins numbers that follow each other, whatever order they come in", () => {
    expect(formatSeatNames("ko", { ...row, seatNumbers: ["7", "5", "6"] })).toBe("A구역 3열 5–7번");
    expect(formatSeatNames("en", { ...row, seatNumbers: ["5", "6", "9"] })).toBe("Section A, Row 3, Seats 5–6, 9");
  });

  it("names a single seat as ever", () => {
    expect(formatSeatNames("ko", { ...row, seatNumbers: ["5"] })).toBe("A구역 3열 5번");
    expect(formatSeatNames("en", { ...row, seatNumbers: ["5"] })).toBe("Section A, Row 3, Seat 5");
  });

  it("counts seats with letters one by one", () => {
    expect(formatSeatNames("ko", { ...row, seatNumbers: ["5a", "5b"] })).toBe("A구역 3열 5a, 5b번");
  });

  it("says the numbers of entry of a standing area", () => {
    expect(formatPlaces("ko", "스탠딩 A", ["9", "10", "11", "13"])).toBe("스탠딩 A 입장번호 9–11, 13번");
    expect(formatPlaces("en", "Standing A", ["12"])).toBe("Standing A, entry 12");
  });
});
