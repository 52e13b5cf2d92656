import type { Hall } from "./hall";
import type { MapLooks } from "./map-looks";
import type { MapPalette } from "./map-palette";
import type { MapTransform, Viewport } from "./map-transform";
import type { FilteredSeats } from "./seat-filter";
import type { SeatLook } from "./seat-looks";

/** All that decides what the map shows. */
export type MapScene = {
  hall: Hall;
  lookOf: (seat: number) => SeatLook;
  /** When set, every seat that does not fit steps back. */
  filter: FilteredSeats | null;
  /** Seats that the reader's choice would leave alone: ringed, so that they are found. */
  alone: readonly number[];
  /** The seat under the mouse, or just tapped. */
  pointed: number | null;
  /** The section under the mouse or the keyboard, where sections are what one points at. */
  pointedSection: number | null;
  /** The seat that the keyboard is on, while the map has the focus. */
  cursor: number | null;
  sectionName: (section: string) => string;
  rowName: (rowLabel: string) => string;
  /** How many seats are left in a section: "12석 남음". */
  seatsLeft: (count: number) => string;
  soldOut: string;
};

/** Where and how large it is drawn. */
export type MapFrame = { transform: MapTransform; viewport: Viewport; devicePixelRatio: number };

/** A canvas on screen, or a picture kept for later. */
export type MapCanvas = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export type MapPainter = {
  ctx: MapCanvas;
  scene: MapScene;
  /** The looks of `scene`, read once. */
  looks: MapLooks;
  frame: MapFrame;
  palette: MapPalette;
};

/** How much of a seat there is room for. */
export type Detail = "dots" | "shapes" | "letters" | "numbers";

const DETAIL_FROM_PX = { shapes: 9, letters: 16, numbers: 30 } as const;

/** The detail for seats this far apart, in CSS pixels. */
export function detailAt(pitchPx: number): Detail {
  if (pitchPx >= DETAIL_FROM_PX.numbers) return "numbers";
  if (pitchPx >= DETAIL_FROM_PX.letters) return "letters";
  return pitchPx >= DETAIL_FROM_PX.shapes ? "shapes" : "dots";
}

export const pitchPxOf = ({ scene, frame }: Pick<MapPainter, "scene" | "frame">): number =>
  scene.hall.pitch * frame.transform.k;

/** From here on, one unit of the canvas is one unit of the plan. */
export function toPlanUnits({ ctx, frame }: MapPainter): void {
  const { transform, devicePixelRatio: ratio } = frame;
  ctx.setTransform(transform.k * ratio, 0, 0, transform.k * ratio, transform.x * ratio, transform.y * ratio);
}

/** From here on, one unit of the canvas is one CSS pixel. */
export function toPixels({ ctx, frame }: MapPainter): void {
  ctx.setTransform(frame.devicePixelRatio, 0, 0, frame.devicePixelRatio, 0, 0);
}
