/** Width and height of a plan in plan units (a seat is about 20 across). */
export type PlanSize = { width: number; height: number };

/**
 * Something drawn on the plan that is not a seat: the stage, a wall, a label. All lengths are plan units.
 *
 * polygon: its `points` are places on the plan itself; x, y and rotation are 0. rectangle: (x, y) is
 * its top left. circle and ellipse: (x, y) is the middle, width and height are the diameters. text:
 * (x, y) is the middle of the words, `height` their size. Only a text area has a `text`.
 * A `fill` or `stroke` of null is drawn in the page's own neutral colours, light or dark.
 */
export type PlanArea = {
  shape: "polygon" | "rectangle" | "ellipse" | "circle" | "text";
  x: number;
  y: number;
  /** Clockwise, in degrees, about (x, y). */
  rotation: number;
  fill: string | null;
  stroke: string | null;
  text: string | null;
  width: number | null;
  height: number | null;
  points: readonly { x: number; y: number }[];
};
export type PlanAreas = readonly PlanArea[];

/** A seat as every hall, map and ticket knows it. `section`, `rowLabel` and `seatNumber` are bare: "A", "1", "12". */
export type PlanSeat = {
  guid: string;
  section: string;
  rowLabel: string;
  seatNumber: string;
  category: string;
  x: number;
  y: number;
  isAccessible: boolean;
  isRestrictedView: boolean;
};

/** A hall's seating plan before it is stored: seats in the order of their `seatIndex`. */
export type Plan = { name: string; size: PlanSize; areas: PlanAreas; seats: readonly PlanSeat[] };
