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

/** Points that reach as far as the area does. A text counts as its middle, because its width depends on the font. */
export function extremesOf({ shape, x, y, width, height, rotation, points }: PlanArea): Point[] {
  const [w, h] = [width ?? 0, height ?? 0];
  switch (shape) {
    case "polygon":
      return [...points];
    case "text":
      return [{ x, y }];
    case "rectangle":
      return [
        { x: 0, y: 0 },
        { x: w, y: 0 },
        { x: w, y: h },
        { x: 0, y: h },
      ].map((corner) => {
        const turned = rotate(corner, rotation);
        return { x: x + turned.x, y: y + turned.y };
      });
    default: {
      const reach = Math.max(w, h) / 2;
      return [
        { x: x - reach, y: y - reach },
        { x: x + reach, y: y + reach },
      ];
    }
  }
}

/** Clockwise about the origin, as the page has it (y grows downwards). */
function rotate({ x, y }: Point, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}
