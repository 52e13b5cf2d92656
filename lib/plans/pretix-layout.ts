import { drawText } from "./draw-rows";
import type { PlanArea, PlanPoint, PlanSize } from "./plan";
import { convertArea, extremesOf } from "./pretix-areas";
import type { PretixFile } from "./pretix-file";
import type { DraftSeat } from "./pretix-names";

/** An area of the file: the `area`-th of its zone, both counted from 0. `shape` is null for mere words. */
export type FileArea = { zone: number; area: number; uuid: string | null; shape: PlanArea | null };

type Layout = { size: PlanSize; areas: PlanArea[]; fileAreas: FileArea[]; shift: PlanPoint };

const NOWHERE: PlanPoint = { x: 0, y: 0 };
const SEAT_WIDTH = 20;
const MARGIN = 40;
const FLOOR_GAP = 110;
/** Two seats nearer than this cannot be told apart on the map, nor chosen by a finger. */
const TOO_NEAR = SEAT_WIDTH / 2;
const COVERED_SHARE_MAX = 0.1;

/** Arranges the seats (in place) so that each can be seen and chosen, and draws what surrounds them. */
export function layOut(file: PretixFile, seats: DraftSeat[]): Layout & { repairs: string[] } {
  const repairs: string[] = [];
  const moved = moveCoveringZones(file, seats, repairs);
  const covered = countCovered(seats);
  if (covered > 0) repairs.push(`Seats that lie on top of another and may be hard to tell apart: ${covered}.`);
  const { size, shift } = fitSize(file, seats, repairs);
  for (const seat of seats) {
    seat.x += shift.x;
    seat.y += shift.y;
  }
  const drawn = drawAreas(file, moved.shifts, shift);
  return {
    size,
    shift,
    areas: [...drawn.flatMap(({ parts }) => parts), ...moved.labels.map((label) => moveArea(label, shift))],
    fileAreas: drawn.map(({ parts: _, ...area }) => area),
    repairs,
  };
}

function drawAreas(file: PretixFile, zoneShifts: ReadonlyMap<number, number>, shift: PlanPoint) {
  return file.zones.flatMap((zone, i) => {
    const { x, y } = zone.position ?? { x: 0, y: 0 };
    const origin = { x, y: y + (zoneShifts.get(i) ?? 0) };
    return (zone.areas ?? []).map((area, j) => {
      const parts = convertArea(area, origin).map((part) => moveArea(part, shift));
      const uuid = typeof area.uuid === "string" ? area.uuid : null;
      return { zone: i, area: j, uuid, shape: parts.find((part) => part.shape !== "text") ?? null, parts };
    });
  });
}

function moveArea(area: PlanArea, shift: PlanPoint): PlanArea {
  const isPolygon = area.shape === "polygon";
  return {
    ...area,
    x: isPolygon ? 0 : area.x + shift.x,
    y: isPolygon ? 0 : area.y + shift.y,
    points: area.points.map((point) => ({ x: point.x + shift.x, y: point.y + shift.y })),
  };
}

/** Files draw the floors of a house one upon the other; here each is drawn below the one before. */
function moveCoveringZones(file: PretixFile, seats: DraftSeat[], repairs: string[]) {
  const shifts = new Map<number, number>();
  const labels: PlanArea[] = [];
  const placed = new Grid();
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [i, zone] of file.zones.entries()) {
    const own = seats.filter((seat) => seat.zone === i);
    const covering = own.filter((seat) => placed.hasNear(seat)).length;
    if (own.length > 0 && covering > own.length * COVERED_SHARE_MAX) {
      const shift = bottom + FLOOR_GAP - minOf(own, "y");
      for (const seat of own) seat.y += shift;
      shifts.set(i, shift);
      const name = zone.name || own[0]!.section;
      labels.push(
        drawText({ x: (minOf(own, "x") + maxOf(own, "x")) / 2, y: minOf(own, "y") - FLOOR_GAP / 2 }, name, 28),
      );
      repairs.push(`"${name}" lies on top of another zone; it is drawn below it.`);
    }
    for (const seat of own) placed.add(seat);
    if (own.length > 0) bottom = Math.max(bottom, maxOf(own, "y"));
  }
  return { shifts, labels };
}

function countCovered(seats: readonly DraftSeat[]): number {
  const placed = new Grid();
  return seats.filter((seat) => {
    const isCovered = placed.hasNear(seat);
    placed.add(seat);
    return isCovered;
  }).length;
}

function fitSize(file: PretixFile, seats: DraftSeat[], repairs: string[]): Pick<Layout, "size" | "shift"> {
  // A hall without seats is as large as what is drawn in it.
  const things =
    seats.length > 0 ? seats : drawAreas(file, new Map(), NOWHERE).flatMap(({ parts }) => parts.flatMap(extremesOf));
  const left = Math.max(0, MARGIN - minOf(things, "x"));
  const top = Math.max(0, MARGIN - minOf(things, "y"));
  const isOutside = left > MARGIN || top > MARGIN;
  const shift = isOutside ? { x: left, y: top } : { x: 0, y: 0 };
  const given = file.size ?? { width: 0, height: 0 };
  const width = Math.max(given.width, Math.ceil(maxOf(things, "x") + MARGIN));
  const height = Math.max(given.height, Math.ceil(maxOf(things, "y") + MARGIN));
  if (!file.size) repairs.push(`The plan had no size; it is ${width} × ${height}.`);
  else if (isOutside || width > given.width || height > given.height) {
    repairs.push(
      `The plan was too small for what is in it; it grew from ${given.width} × ${given.height} to ${width} × ${height}.`,
    );
  }
  return { size: { width, height }, shift };
}

// Not Math.min(...): spreading fifty thousand seats would overflow the stack.
const minOf = (points: readonly PlanPoint[], axis: "x" | "y") =>
  points.reduce((least, point) => Math.min(least, point[axis]), Number.POSITIVE_INFINITY);
const maxOf = (points: readonly PlanPoint[], axis: "x" | "y") =>
  points.reduce((most, point) => Math.max(most, point[axis]), Number.NEGATIVE_INFINITY);

/** Squares of TOO_NEAR across, so that a neighbour is looked for in nine of them and not among all seats. */
class Grid {
  private readonly squares = new Map<string, DraftSeat[]>();

  add(seat: DraftSeat): void {
    const key = keyOf(squareOf(seat.x), squareOf(seat.y));
    const square = this.squares.get(key);
    if (square) square.push(seat);
    else this.squares.set(key, [seat]);
  }

  hasNear(seat: DraftSeat): boolean {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const square = this.squares.get(keyOf(squareOf(seat.x) + dx, squareOf(seat.y) + dy)) ?? [];
        if (square.some((other) => Math.hypot(other.x - seat.x, other.y - seat.y) < TOO_NEAR)) return true;
      }
    }
    return false;
  }
}

const squareOf = (length: number) => Math.floor(length / TOO_NEAR);
const keyOf = (column: number, row: number) => `${column}:${row}`;
