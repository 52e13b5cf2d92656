import type { PlanArea } from "@/lib/plans/plan";

export type Point = { x: number; y: number };
export type Box = { minX: number; minY: number; maxX: number; maxY: number };

/** The box grown by `margin` on all sides. */
export const boxAround = (box: Box, margin: number): Box => ({
  minX: box.minX - margin,
  minY: box.minY - margin,
  maxX: box.maxX + margin,
  maxY: box.maxY + margin,
});

export const overlaps = (a: Box, b: Box): boolean =>
  a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY;

/** The smallest box around all of them; `null` for none. */
export function joinBoxes(boxes: readonly Box[]): Box | null {
  const [first, ...others] = boxes;
  if (!first) return null;
  return others.reduce(
    (joined, box) => ({
      minX: Math.min(joined.minX, box.minX),
      minY: Math.min(joined.minY, box.minY),
      maxX: Math.max(joined.maxX, box.maxX),
      maxY: Math.max(joined.maxY, box.maxY),
    }),
    first,
  );
}

/** Where an area reaches, its rotation included. A text counts as its middle, because its width depends on the font. */
export function boxOfArea(area: PlanArea): Box {
  return boxOfPoints(cornersOf(area).map((corner) => rotateAbout(area, corner)));
}

/** The smallest box around all of the points. */
export function boxOfPoints(points: readonly Point[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const { x, y } of points) {
    box.minX = Math.min(box.minX, x);
    box.maxX = Math.max(box.maxX, x);
    box.minY = Math.min(box.minY, y);
    box.maxY = Math.max(box.maxY, y);
  }
  return box;
}

const ROUND_CORNERS = 32;

/** The edge of an area as a polygon, its rotation included; a round one to within a hundredth of its width. */
export function outlineOfArea(area: PlanArea): Point[] {
  const isRound = area.shape === "ellipse" || area.shape === "circle";
  return (isRound ? pointsAround(area) : cornersOf(area)).map((corner) => rotateAbout(area, corner));
}

function pointsAround({ x, y, width, height }: PlanArea): Point[] {
  return Array.from({ length: ROUND_CORNERS }, (_, corner) => {
    const angle = (corner / ROUND_CORNERS) * 2 * Math.PI;
    return { x: x + ((width ?? 0) / 2) * Math.cos(angle), y: y + ((height ?? 0) / 2) * Math.sin(angle) };
  });
}

function cornersOf(area: PlanArea): readonly Point[] {
  const [width, height] = [area.width ?? 0, area.height ?? 0];
  switch (area.shape) {
    case "polygon":
      return area.points.length > 0 ? area.points : [area];
    case "rectangle":
      return cornersOfBox(area.x, area.y, area.x + width, area.y + height);
    case "ellipse":
    case "circle":
      return cornersOfBox(area.x - width / 2, area.y - height / 2, area.x + width / 2, area.y + height / 2);
    case "text":
      return [area];
  }
}

const cornersOfBox = (minX: number, minY: number, maxX: number, maxY: number): Point[] => [
  { x: minX, y: minY },
  { x: maxX, y: minY },
  { x: maxX, y: maxY },
  { x: minX, y: maxY },
];

function rotateAbout({ x, y, rotation }: PlanArea, point: Point): Point {
  if (!rotation) return point;
  const radians = (rotation * Math.PI) / 180;
  const [dx, dy] = [point.x - x, point.y - y];
  return {
    x: x + dx * Math.cos(radians) - dy * Math.sin(radians),
    y: y + dx * Math.sin(radians) + dy * Math.cos(radians),
  };
}
