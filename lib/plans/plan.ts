/** Width and height of a plan in plan units (a seat is about 20 across). */
export type PlanSize = { width: number; height: number };

/** A place on the plan, in plan units. */
export type PlanPoint = { x: number; y: number };

/** What a fan should know about the view from a seat, in both languages. */
export type ViewNote = { ko: string; en: string };

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
  points: readonly PlanPoint[];
};
export type PlanAreas = readonly PlanArea[];

/**
 * A seat as every hall, map and ticket knows it. `section`, `rowLabel` and `seatNumber` are bare:
 * "A", "1", "12". A place of a general-admission area (`isGeneral`) has the area as its section, no
 * row, and its number of entry; all places of one area lie at the area's middle.
 */
export type PlanSeat = {
  guid: string;
  section: string;
  rowLabel: string;
  seatNumber: string;
  category: string;
  x: number;
  y: number;
  /** For a wheelchair: kept from general best-available. */
  isAccessible: boolean;
  /** Beside an accessible seat, for whoever comes along. */
  isCompanion: boolean;
  isRestrictedView: boolean;
  isGeneral: boolean;
  viewNote: ViewNote | null;
};

/** A seat that nothing special is known of. */
export const PLAIN_SEAT = {
  isAccessible: false,
  isCompanion: false,
  isRestrictedView: false,
  isGeneral: false,
  viewNote: null,
} as const;

/**
 * A hall's seating plan before it is stored: seats in the order of their `seatIndex`. `focalPoint`
 * is where everybody looks; null when the plan does not say.
 */
export type Plan = {
  name: string;
  size: PlanSize;
  areas: PlanAreas;
  focalPoint: PlanPoint | null;
  seats: readonly PlanSeat[];
};
