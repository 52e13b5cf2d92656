import type { PlanArea } from "./plan";
import type { PretixArea } from "./pretix-file";

type Point = { x: number; y: number };

const TEXT_HEIGHT_UNITS = 16;

/** One area of the file as the plan draws it: the shape, and its words as an area of their own. `origin` is its zone's. */
export function convertArea(area: PretixArea, origin: Point): PlanArea[] {
  const at = { x: origin.x + area.position.x, y: origin.y + area.position.y };
  const shape = convertShape(area, at);
  const words = area.text?.text?.trim();
  if (!words) return shape;
  const offset = area.text?.position ?? { x: 0, y: 0 };
  const middle = rotate(offset, area.rotation ?? 0);
  const text: PlanArea = {
    ...EMPTY,
    shape: "text",
    x: at.x + middle.x,
    y: at.y + middle.y,
    rotation: area.rotation ?? 0,
    fill: area.text?.color ?? null,
    text: words,
    height: area.text?.size ?? TEXT_HEIGHT_UNITS,
  };
  return [...shape, text];
}

const EMPTY = { stroke: null, text: null, width: null, height: null, points: [] } as const;

function convertShape(area: PretixArea, at: Point): PlanArea[] {
  const rotation = area.rotation ?? 0;
  const look = { ...EMPTY, fill: area.color ?? null, stroke: area.border_color ?? null, rotation, ...at };
  switch (area.shape) {
    case "polygon": {
      const points = (area.polygon?.points ?? []).map((point) => {
        const turned = rotate(point, rotation);
        return { x: at.x + turned.x, y: at.y + turned.y };
      });
      return points.length < 3 ? [] : [{ ...look, shape: "polygon", x: 0, y: 0, rotation: 0, points }];
    }
    case "rectangle":
      return area.rectangle ? [{ ...look, shape: "rectangle", ...sizeOf(area.rectangle) }] : [];
    case "circle":
      return area.circle ? [{ ...look, shape: "circle", ...diameters(area.circle.radius, area.circle.radius) }] : [];
    case "ellipse":
      return area.ellipse
        ? [{ ...look, shape: "ellipse", ...diameters(area.ellipse.radius.x, area.ellipse.radius.y) }]
        : [];
    case "text":
      return [];
  }
}

const sizeOf = ({ width, height }: { width: number; height: number }) => ({ width, height });
const diameters = (x: number, y: number) => ({ width: 2 * x, height: 2 * y });

/** Clockwise about the origin, as the page has it (y grows downwards). */
function rotate({ x, y }: Point, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}
