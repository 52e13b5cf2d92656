import { leftIn } from "./draw-grounds";
import { type MapPainter, pitchPxOf, toPixels } from "./map-scene";
import { toScreen, type Viewport } from "./map-transform";
import type { Point } from "./plan-box";

const NAME_PX = { min: 10, max: 17 } as const;
const COUNT_PX = 11;
const EDGE_PX = 3;
/** Made once: `toLocaleString` makes one of these every time. */
const NUMBERS = new Intl.NumberFormat("en");
/** Further away a section that lies aslant has no room for two lines. */
const COUNTS_FROM_PX = 1.7;
/** Below it "231석 남음" fits into some sections only, and all of them say "231". */
const SENTENCES_FROM_PX = 3;

/** The name of each section, and how many seats are left where there is room for it. A name is written whole or not at all. */
export function drawSectionWords(painter: MapPainter, which: "seated" | "general", alpha: number): void {
  const { ctx, scene, frame } = painter;
  const written: Written[] = [];
  for (const [position, section] of scene.hall.sections.entries()) {
    const { isGeneral, middle } = section.outline;
    if (!section.name || section.seatCount === 0 || isGeneral !== (which === "general")) continue;
    const at = toScreen(frame.transform, middle);
    const words = isNear(at, frame.viewport) ? wordsOf(painter, position) : null;
    if (words) written.push({ ...words, at });
  }
  toPixels(painter);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  // All names, then all counts: another font costs as much as a word.
  let nameSize = 0;
  for (const { name, size, count, at, ...colours } of written) {
    if (size !== nameSize) ctx.font = nameFont(painter, size);
    nameSize = size;
    setColour(painter, { ...colours, alpha });
    ctx.fillText(name, at.x, count === null ? at.y : at.y - size * 0.55);
  }
  ctx.font = countFont(painter);
  for (const { count, at, ...colours } of written) {
    if (count === null) continue;
    setColour(painter, { ...colours, alpha });
    ctx.fillText(count, at.x, at.y + COUNT_PX * 0.75);
  }
  ctx.globalAlpha = 1;
}

type Words = { name: string; size: number; count: string | null; isBack: boolean; isSoldOut: boolean };
type Written = Words & { at: Point };

function setColour(
  { ctx, palette }: MapPainter,
  { isBack, isSoldOut, alpha }: Pick<Words, "isBack" | "isSoldOut"> & { alpha: number },
): void {
  ctx.globalAlpha = alpha * (isBack ? 0.5 : 1);
  ctx.fillStyle = isSoldOut ? palette.inkMuted : palette.ink;
}

/** What there is room to write on a section; `null` for nothing. */
function wordsOf(painter: MapPainter, position: number): Words | null {
  const { scene, frame } = painter;
  const section = scene.hall.sections[position];
  if (!section) return null;
  const { bounds, room: roomUnits } = section.outline;
  const room = roomUnits * frame.transform.k;
  const height = (bounds.maxY - bounds.minY) * frame.transform.k;
  const size = sizeFor(painter, section.name, room);
  if (size === null || height < size) return null;
  const left = leftIn(painter, position);
  const hasRoom = pitchPxOf(painter) >= COUNTS_FROM_PX && height >= size + COUNT_PX * 2;
  const count = left === null || !hasRoom ? null : countFor(painter, left, room - 2 * EDGE_PX);
  const isBack = scene.filter?.sizeOf(position) === 0;
  return { name: section.name, size, count, isBack, isSoldOut: left === 0 };
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
  const words = left === 0 ? [soldOut] : [...sentences, NUMBERS.format(left)];
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
