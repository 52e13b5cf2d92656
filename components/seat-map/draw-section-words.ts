import { leftIn } from "./draw-grounds";
import { type MapPainter, pitchPxOf, toPixels } from "./map-scene";
import { toScreen, type Viewport } from "./map-transform";
import type { Point } from "./plan-box";

const NAME_PX = { min: 10, max: 17 } as const;
const COUNT_PX = 11;
const EDGE_PX = 3;
/** Further away a section that lies aslant has no room for two lines. */
const COUNTS_FROM_PX = 1.7;
/** Below it "231석 남음" fits into some sections only, and all of them say "231". */
const SENTENCES_FROM_PX = 3;

/** The name of each section, and how many seats are left where there is room for it. A name is written whole or not at all. */
export function drawSectionWords(painter: MapPainter, which: "seated" | "general", alpha: number): void {
  const { ctx, scene, frame } = painter;
  toPixels(painter);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const [position, section] of scene.hall.sections.entries()) {
    const { isGeneral, middle } = section.outline;
    if (!section.name || section.seatCount === 0 || isGeneral !== (which === "general")) continue;
    const at = toScreen(frame.transform, middle);
    if (isNear(at, frame.viewport)) writeSection(painter, position, { at, alpha });
  }
  ctx.globalAlpha = 1;
}

type Place = { at: Point; alpha: number };

function writeSection(painter: MapPainter, position: number, { at, alpha }: Place): void {
  const { ctx, scene, frame, palette } = painter;
  const section = scene.hall.sections[position];
  if (!section) return;
  const { bounds, room: roomUnits } = section.outline;
  const room = roomUnits * frame.transform.k;
  const height = (bounds.maxY - bounds.minY) * frame.transform.k;
  const size = sizeFor(painter, section.name, room);
  if (size === null || height < size) return;
  const left = leftIn(painter, position);
  const count =
    left === null || pitchPxOf(painter) < COUNTS_FROM_PX ? null : countFor(painter, left, room - 2 * EDGE_PX);
  const hasCount = count !== null && height >= size + COUNT_PX * 2;
  ctx.globalAlpha = alpha * (scene.filter?.sizeOf(position) === 0 ? 0.5 : 1);
  ctx.fillStyle = left === 0 ? palette.inkMuted : palette.ink;
  ctx.font = nameFont(painter, size);
  ctx.fillText(section.name, at.x, hasCount ? at.y - size * 0.55 : at.y);
  if (!hasCount) return;
  ctx.font = countFont(painter);
  ctx.fillText(count, at.x, at.y + COUNT_PX * 0.75);
}

const nameFont = ({ palette }: MapPainter, size: number) => `700 ${size}px ${palette.font}`;
const countFont = ({ palette }: MapPainter) => `500 ${COUNT_PX}px ${palette.font}`;

/** All sections' names are of one size at one zoom, and the smallest one only where that does not fit. */
function sizeFor(painter: MapPainter, name: string, room: number): number | null {
  const common = Math.round(Math.min(NAME_PX.max, Math.max(NAME_PX.min + 1, 6.5 + pitchPxOf(painter) * 2.2)));
  return [common, NAME_PX.min].find((size) => widthOf(painter, name, nameFont(painter, size)) <= room) ?? null;
}

/** "231석 남음" where that fits, else "231"; `null` where not even that does. */
function countFor(painter: MapPainter, left: number, room: number): string | null {
  const { soldOut, seatsLeft } = painter.scene;
  const sentences = pitchPxOf(painter) < SENTENCES_FROM_PX ? [] : [seatsLeft(left)];
  const words = left === 0 ? [soldOut] : [...sentences, left.toLocaleString()];
  return words.find((word) => widthOf(painter, word, countFont(painter)) <= room) ?? null;
}

const isNear = ({ x, y }: Point, { width, height }: Viewport) =>
  x > -80 && y > -40 && x < width + 80 && y < height + 40;

const widths = new Map<string, number>();
const WIDTHS_MAX = 4_000;

/** Measuring text costs as much as drawing it, and the same words come back every frame. */
export function widthOf({ ctx }: MapPainter, word: string, font: string): number {
  const key = `${font}/${word}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size >= WIDTHS_MAX) widths.clear();
  ctx.font = font;
  const { width } = ctx.measureText(word);
  widths.set(key, width);
  return width;
}

/** To be called when fonts have come: words measured before are of another width. */
export const forgetWidths = (): void => widths.clear();
