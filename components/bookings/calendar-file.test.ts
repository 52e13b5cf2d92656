import { describe, expect, it } from "vitest";
import { calendarFile } from "./calendar-file";

const entry = {
  id: "b1",
  title: "달빛 아래, 우리",
  place: "한빛극장",
  note: "A구역 1열 12번; RW-7K3M-9QXD\n두 번째 줄",
  startsAt: new Date("2026-12-24T10:30:00Z"),
  now: new Date("2026-11-21T00:00:00Z"),
};

describe("calendarFile", () => {
  it("names the beginning in universal time", () => {
    expect(calendarFile(entry)).toContain("\r\nDTSTART:20261224T103000Z\r\n");
  });

  it("escapes what would end a value", () => {
    const file = calendarFile(entry);

    expect(file).toContain("SUMMARY:달빛 아래\\, 우리");
    expect(file).toContain("12번\\; RW-7K3M-9QXD\\n두 번째 줄");
  });

  it("keeps every line within 75 octets and folds back to the same text", () => {
    const note = "가나다라마바사아자차카타파하".repeat(12);

    const file = calendarFile({ ...entry, note });

    for (const line of file.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll("\r\n ", "")).toContain(`DESCRIPTION:${note}`);
  });
});
