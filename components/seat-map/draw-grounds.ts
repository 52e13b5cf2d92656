import type { GradeCode } from "@/lib/db/schema/catalog";
import type { HallSection } from "./hall-rows";
import type { SectionOutline } from "./map-outlines";
import type { MapPalette } from "./map-palette";
import { type MapPainter, toPlanUnits } from "./map-scene";
import { visibleBox } from "./map-transform";
import { overlaps, type Point } from "./plan-box";
import type { FilteredSeats } from "./seat-filter";

/** Seats this close together, in CSS pixels, are no longer seats to the eye. */
const SHAPES_BELOW_PX = 5.8;
/** Larger than that, so that a map that rests in between does not go back and forth. */
const SEATS_FROM_PX = 6.4;
/** Smaller halls show their seats at every size. */
const OVERVIEW_SEATS_MIN = 2_000;

export const hasOverview = (seatCount: number): boolean => seatCount > OVERVIEW_SEATS_MIN;

/** Whether a hall shows its sections instead of its seats, at this distance between seats. */
export function isOverview(seatCount: number, pitchPx: number, wasOverview: boolean): boolean {
  return hasOverview(seatCount) && pitchPx < (wasOverview ? SEATS_FROM_PX : SHAPES_BELOW_PX);
}

/**
 * Fills the ground of the sections on screen. `strength` is how far it tells what is left in them (strong in the
 * grade's colour while free, grey when sold out); at 0 it is the plain floor that their seats stand on.
 */
export function drawGrounds(painter: MapPainter, which: "seated" | "general", strength: number): void {
  const { ctx, scene, frame, palette } = painter;
  const seen = visibleBox(frame.transform, frame.viewport);
  toPlanUnits(painter);
  ctx.lineWidth = 1 / frame.transform.k;
  ctx.strokeStyle = palette.line;
  for (const [position, section] of scene.hall.sections.entries()) {
    const { outline, seatCount } = section;
    if (seatCount === 0 || outline.isGeneral !== (which === "general") || !overlaps(outline.bounds, seen)) continue;
    const ground = pathOf(outline);
    if (strength < 1) {
      ctx.stroke(ground);
      ctx.fillStyle = palette.surface;
      ctx.fill(ground);
    }
    if (strength > 0) {
      ctx.globalAlpha = strength;
      ctx.fillStyle = shadeOf(painter, position, section);
      ctx.fill(ground);
      ctx.globalAlpha = 1;
    }
  }
}

/** A ring about the ground of one section. */
export function drawSectionRing(painter: MapPainter, section: number, ring: { colour: string; widthPx: number }): void {
  const { ctx, scene, frame } = painter;
  const outline = scene.hall.sections[section]?.outline;
  if (!outline) return;
  toPlanUnits(painter);
  ctx.save();
  // Parts of a bent section overlap, so that only what lies outside of all of them is its edge.
  const outside = new Path2D();
  outside.rect(-OUTSIDE_UNITS, -OUTSIDE_UNITS, 2 * OUTSIDE_UNITS, 2 * OUTSIDE_UNITS);
  for (const part of outline.parts) {
    const within = new Path2D(outside);
    traceInto(within, part);
    ctx.clip(within, "evenodd");
  }
  ctx.strokeStyle = ring.colour;
  ctx.lineWidth = (2 * ring.widthPx) / frame.transform.k;
  ctx.lineJoin = "round";
  ctx.stroke(pathOf(outline));
  ctx.restore();
}

const OUTSIDE_UNITS = 1e6;

/** From nearly gone to nearly all there, in few enough steps to tell apart; weak enough to write upon. */
export const SHADE_PERCENTS = [14, 27, 41, 56] as const;
const BACK_PERCENT = 6;

/** The step of shade for this share of a section's seats being free. */
export const shadePercent = (share: number): number =>
  SHADE_PERCENTS[Math.min(SHADE_PERCENTS.length - 1, Math.floor(share * SHADE_PERCENTS.length))] ?? SHADE_PERCENTS[0];

function shadeOf(painter: MapPainter, position: number, section: HallSection): string {
  const { scene, palette } = painter;
  const left = leftIn(painter, position);
  const size = scene.filter ? scene.filter.sizeOf(position) : section.seatCount;
  if (size === 0) return mix(palette, section.mainGrade, BACK_PERCENT);
  if (left === 0) return palette.soldGround;
  const percent = left === null ? SHADE_PERCENTS[0] : shadePercent(left / size);
  return mix(palette, gradeOf(section, scene.filter), percent);
}

const mix = ({ grade, surface }: MapPalette, code: GradeCode, percent: number) =>
  `color-mix(in oklab, ${grade[code]} ${percent}%, ${surface})`;

/** How many seats of a section are left, of those that the filter lets through; `null` while nothing is known. */
export const leftIn = ({ scene: { filter }, looks }: MapPainter, section: number): number | null =>
  filter ? filter.leftIn(section) : looks.freeIn(section);

/** The grade of most of its seats, of those that the filter lets through. */
function gradeOf({ mainGrade, seatsByGrade }: HallSection, filter: FilteredSeats | null): GradeCode {
  if (!filter || filter.grades.has(mainGrade)) return mainGrade;
  const shown = [...seatsByGrade].filter(([grade]) => filter.grades.has(grade));
  return shown.sort((a, b) => b[1] - a[1])[0]?.[0] ?? mainGrade;
}

const paths = new WeakMap<SectionOutline, Path2D>();

/** An outline never changes, so its path is made once. */
function pathOf(outline: SectionOutline): Path2D {
  const known = paths.get(outline);
  if (known) return known;
  const path = new Path2D();
  for (const part of outline.parts) traceInto(path, part);
  paths.set(outline, path);
  return path;
}

function traceInto(path: Path2D, part: readonly Point[]): void {
  for (const [corner, { x, y }] of part.entries()) corner === 0 ? path.moveTo(x, y) : path.lineTo(x, y);
  path.closePath();
}
