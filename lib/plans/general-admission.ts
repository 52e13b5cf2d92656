import { PLAIN_SEAT, type PlanArea, type PlanPoint, type PlanSeat } from "./plan";

export type GeneralAdmission = { name: string; capacity: number; category: string; middle: PlanPoint };

/** The places of a general-admission area: numbers of entry 1 … `capacity`, all of them at its middle. */
export function drawPlaces({ name, capacity, category, middle }: GeneralAdmission): PlanSeat[] {
  return Array.from({ length: capacity }, (_, i) => ({
    ...PLAIN_SEAT,
    guid: `${name}-${i + 1}`,
    section: name,
    rowLabel: "",
    seatNumber: String(i + 1),
    category,
    ...middle,
    isGeneral: true,
  }));
}

/** The middle of an area to a tenth of a unit; for an outline like a horseshoe, whose middle lies outside, a place within. */
export function middleOfArea(area: PlanArea): PlanPoint {
  switch (area.shape) {
    case "polygon":
      return roundPoint(middleOfPolygon(area.points));
    case "rectangle":
      return roundPoint(middleOfRectangle(area));
    default:
      return roundPoint(area);
  }
}

function middleOfRectangle({ x, y, width, height, rotation }: PlanArea): PlanPoint {
  const [halfWidth, halfHeight] = [(width ?? 0) / 2, (height ?? 0) / 2];
  const radians = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return { x: x + halfWidth * cos - halfHeight * sin, y: y + halfWidth * sin + halfHeight * cos };
}

function middleOfPolygon(points: readonly PlanPoint[]): PlanPoint {
  const centroid = centroidOf(points);
  if (isInside(centroid, points)) return centroid;
  // A horseshoe's centroid lies outside it: the widest stretch inside at that height is a part of it for certain.
  const crossings = crossingsAt(centroid.y, points);
  let widest = { from: centroid.x, to: centroid.x };
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const stretch = { from: crossings[i]!, to: crossings[i + 1]! };
    if (stretch.to - stretch.from > widest.to - widest.from) widest = stretch;
  }
  return { x: (widest.from + widest.to) / 2, y: centroid.y };
}

function centroidOf(points: readonly PlanPoint[]): PlanPoint {
  let [doubleArea, x, y] = [0, 0, 0];
  for (const [i, a] of points.entries()) {
    const b = points[(i + 1) % points.length]!;
    const cross = a.x * b.y - b.x * a.y;
    doubleArea += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  }
  return doubleArea === 0 ? points[0]! : { x: x / (3 * doubleArea), y: y / (3 * doubleArea) };
}

/** Whether a place lies within a closed outline. */
export function isInside({ x, y }: PlanPoint, points: readonly PlanPoint[]): boolean {
  return crossingsAt(y, points).filter((crossing) => crossing > x).length % 2 === 1;
}

/** Where the outline crosses the height `y`, from left to right. */
function crossingsAt(y: number, points: readonly PlanPoint[]): number[] {
  return points
    .flatMap((a, i) => {
      const b = points[(i + 1) % points.length]!;
      return a.y > y === b.y > y ? [] : [a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)];
    })
    .sort((a, b) => a - b);
}

const roundPoint = ({ x, y }: PlanPoint): PlanPoint => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
