import type { GradeCode } from "@/lib/db/schema/catalog";
import type { HallSection } from "./hall-rows";
import type { SectionOutline } from "./map-outlines";
import { type MapPainter, pitchPxOf, toPixels, toPlanUnits } from "./map-scene";
import { toScreen, visibleBox } from "./map-transform";
import { boxAround, overlaps, type Point } from "./plan-box";
import type { FilteredSeats } from "./seat-filter";

/** Seats this close together, in CSS pixels, are no longer seats to the eye; between the two they fade over. */
const SHAPES_BELOW_PX = 4.6;
const SEATS_ABOVE_PX = 6.2;
/** Smaller halls show their seats at every size. */
const OVERVIEW_SEATS_MIN = 2_000;

/** How far the sections have taken the place of their seats: 0 only seats, 1 only sections. */
export function overviewShare(seatCount: number, pitchPx: number): number {
  if (seatCount <= OVERVIEW_SEATS_MIN) return 0;
  return Math.min(1, Math.max(0, (SEATS_ABOVE_PX - pitchPx) / (SEATS_ABOVE_PX - SHAPES_BELOW_PX)));
}

/** Fills the ground of sections by what is left in them: strong in the grade's colour while free, grey when sold out. */
export function drawSections(painter: MapPainter, which: "seated" | "general", alpha: number): void {
  const { ctx, scene, palette } = painter;
  const seen = boxAround(visibleBox(painter.frame.transform, painter.frame.viewport), scene.hall.pitch);
  toPlanUnits(painter);
  ctx.lineJoin = "round";
  for (const [position, section] of scene.hall.sections.entries()) {
    if (section.seatCount === 0 || section.outline.isGeneral !== (which === "general")) continue;
    if (!overlaps(section.outline.bounds, seen)) continue;
    const left = leftIn(painter, position);
    const grade = gradeOf(section, scene.filter);
    const size = scene.filter ? scene.filter.sizeOf(position) : section.seatCount;
    const back = size === 0 ? BACK_ALPHA : 1;
    const ground = pathOf(section.outline);
    ctx.globalAlpha = alpha * back;
    ctx.lineWidth = 1.6 / painter.frame.transform.k;
    ctx.strokeStyle = left ? palette.grade[grade] : palette.lineStrong;
    ctx.stroke(ground);
    // The ground beneath, so that the stroke's inner half and overlapping parts do not shine through.
    ctx.fillStyle = palette.surface;
    ctx.fill(ground);
    ctx.globalAlpha = alpha * back * (left ? fillAlpha(left / Math.max(1, size)) : 1);
    ctx.fillStyle = left ? palette.grade[grade] : palette.sunken;
    ctx.fill(ground);
  }
  ctx.globalAlpha = 1;
}

const BACK_ALPHA = 0.3;
/** From nearly gone to nearly all there, in few enough steps to tell apart; weak enough to write upon. */
const FILL_ALPHAS = [0.1, 0.2, 0.32, 0.46] as const;

/** How strongly a section is filled with this share of its seats free. */
export const fillAlpha = (share: number): number =>
  FILL_ALPHAS[Math.min(FILL_ALPHAS.length - 1, Math.floor(share * FILL_ALPHAS.length))] ?? FILL_ALPHAS[0];

const leftIn = ({ scene: { filter }, looks }: MapPainter, section: number) =>
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
  for (const part of outline.parts) {
    for (const [corner, { x, y }] of part.entries()) corner === 0 ? path.moveTo(x, y) : path.lineTo(x, y);
    path.closePath();
  }
  paths.set(outline, path);
  return path;
}

const NAME_PX = { min: 11, max: 17 } as const;
const EDGE_PX = 3;

/** The name of each section, and how many seats are left where there is room for it. */
export function drawSectionWords(painter: MapPainter, which: "seated" | "general"): void {
  const { ctx, scene, frame } = painter;
  toPixels(painter);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const [position, section] of scene.hall.sections.entries()) {
    const { isGeneral, middle } = section.outline;
    if (!section.name || section.seatCount === 0 || isGeneral !== (which === "general")) continue;
    const at = toScreen(frame.transform, middle);
    if (isNear(at, frame.viewport)) writeSection(painter, position, at);
  }
  ctx.globalAlpha = 1;
}

function writeSection(painter: MapPainter, position: number, at: Point): void {
  const { ctx, scene, frame, palette } = painter;
  const section = scene.hall.sections[position];
  if (!section) return;
  const { bounds, room: roomUnits } = section.outline;
  const room = roomUnits * frame.transform.k - 2 * EDGE_PX;
  const height = (bounds.maxY - bounds.minY) * frame.transform.k;
  const size = Math.round(Math.min(NAME_PX.max, Math.max(NAME_PX.min, Math.min(room, height) * 0.22)));
  const nameFont = `700 ${size}px ${palette.font}`;
  const words = [scene.sectionName(section.name), section.name];
  const name = words.find((word) => widthOf(painter, word, nameFont) <= room);
  if (name === undefined || height < NAME_PX.min) return;
  const left = leftIn(painter, position);
  const count = left === null ? "" : scene.seatsLeft(left);
  const countFont = `500 ${NAME_PX.min}px ${palette.font}`;
  const hasCount = count !== "" && height >= size * 3 && widthOf(painter, count, countFont) <= room;
  ctx.globalAlpha = scene.filter?.sizeOf(position) === 0 ? 0.5 : 1;
  ctx.fillStyle = left === 0 ? palette.inkMuted : palette.ink;
  ctx.font = nameFont;
  ctx.fillText(name, at.x, hasCount ? at.y - size * 0.55 : at.y);
  if (!hasCount) return;
  ctx.font = countFont;
  ctx.fillText(count, at.x, at.y + size * 0.65);
}

const isNear = ({ x, y }: Point, { width, height }: { width: number; height: number }) =>
  x > -80 && y > -40 && x < width + 80 && y < height + 40;

const widths = new Map<string, number>();
const WIDTHS_MAX = 4_000;

/** Measuring text costs as much as drawing it, and the same words come back every frame. */
function widthOf({ ctx }: MapPainter, word: string, font: string): number {
  const key = `${font}/${word}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size >= WIDTHS_MAX) widths.clear();
  ctx.font = font;
  const { width } = ctx.measureText(word);
  widths.set(key, width);
  return width;
}

/** How far the overview has taken over in this frame. */
export const shareOf = (painter: MapPainter): number => overviewShare(painter.scene.hall.seatCount, pitchPxOf(painter));
