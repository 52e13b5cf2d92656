import type { SeatMap } from "@/lib/plans/seat-map";

type GridOptions = { rows: number; seatsPerRow: number; sections?: readonly string[]; pitch?: number };

/** A hall for tests: sections side by side, each a grid of `rows` × `seatsPerRow`, in seatIndex order. */
export function gridMap({ rows, seatsPerRow, sections = ["A"], pitch = 26 }: GridOptions): SeatMap {
  const map: SeatMap = {
    scheduleId: "schedule",
    planId: "plan",
    size: { width: 100, height: 100 },
    areas: [],
    focalPoint: null,
    viewNotes: [],
    sections: [...sections],
    seats: { section: [], rowLabel: [], seatNumber: [], x: [], y: [], grade: [], flags: [], viewNote: [] },
    grades: [
      { code: "R", priceKrw: 99_000 },
      { code: "S", priceKrw: 66_000 },
    ],
  };
  sections.forEach((_, section) => {
    for (let row = 0; row < rows; row++) {
      for (let seat = 0; seat < seatsPerRow; seat++) {
        map.seats.section.push(section);
        map.seats.rowLabel.push(String(row + 1));
        map.seats.seatNumber.push(String(seat + 1));
        map.seats.x.push((section * (seatsPerRow + 2) + seat) * pitch);
        map.seats.y.push(row * pitch);
        map.seats.grade.push(row === 0 ? "R" : "S");
        map.seats.flags.push(0);
        map.seats.viewNote.push(-1);
      }
    }
  });
  return map;
}
