import type { SeatMap } from "@/lib/plans/seat-map";

type GridOptions = { rows: number; seatsPerRow: number; sections?: readonly string[]; pitch?: number };

/** A hall for tests: sections side by side, each a grid of `rows` × `seatsPerRow`, in seatIndex order. */
export function gridMap({ rows, seatsPerRow, sections = ["A"], pitch = 26 }: GridOptions): SeatMap {
  const seats = sections.flatMap((_, section) =>
    Array.from({ length: rows * seatsPerRow }, (_, place) => ({
      section,
      row: Math.floor(place / seatsPerRow),
      column: place % seatsPerRow,
    })),
  );
  return {
    scheduleId: "schedule",
    planId: "plan",
    size: { width: 100, height: 100 },
    areas: [],
    focalPoint: null,
    viewNotes: [],
    sections: [...sections],
    seats: {
      section: Uint32Array.from(seats, ({ section }) => section),
      rowLabel: seats.map(({ row }) => String(row + 1)),
      seatNumber: seats.map(({ column }) => String(column + 1)),
      x: Float64Array.from(seats, ({ section, column }) => (section * (seatsPerRow + 2) + column) * pitch),
      y: Float64Array.from(seats, ({ row }) => row * pitch),
      grade: seats.map(({ row }) => (row === 0 ? "R" : "S")),
      flags: new Uint8Array(seats.length),
      viewNote: new Int32Array(seats.length).fill(-1),
    },
    grades: [
      { code: "R", priceKrw: 99_000 },
      { code: "S", priceKrw: 66_000 },
    ],
  };
}
