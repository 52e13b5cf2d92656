import type { CDPSession, Page } from "@playwright/test";
import { Failure } from "@/scripts/failure";

type Box = { x: number; y: number; width: number; height: number };
type Point = { x: number; y: number };

/** One way to move a map about, for about as long as it takes to see how it feels. */
export type Hands = { pan: () => Promise<void>; zoomIn: () => Promise<void>; zoomOut: () => Promise<void> };

const STEPS = 40;
const ROUNDS = 2;
const NOTCHES = 40;

/** Where the map is on the page, but for its edges, where buttons lie. */
export async function placeOfMap(page: Page): Promise<Box> {
  const box = await page.locator("canvas").first().boundingBox();
  if (!box) throw new Failure("There is no seat map on this page");
  return box;
}

/** Drags with the left button, turns the wheel. */
export function mouseHands(page: Page, box: Box): Hands {
  const at = placeIn(box);
  const wheel = async (notchPx: number) => {
    const { x, y } = at(0.7, 0.45);
    await page.mouse.move(x, y);
    for (let notch = 0; notch < NOTCHES; notch++) await page.mouse.wheel(0, notchPx);
  };
  return {
    pan: async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const from = at(0.75, 0.7);
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        for (const { x, y } of there(from, at(0.25, 0.3))) await page.mouse.move(x, y);
        await page.mouse.up();
      }
    },
    zoomIn: () => wheel(-45),
    zoomOut: () => wheel(45),
  };
}

/** One finger drags, two pinch. */
export function touchHands(cdp: CDPSession, box: Box): Hands {
  const at = placeIn(box);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]) =>
    cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
  const pinch = async (fromShare: number, toShare: number) => {
    const middle = at(0.6, 0.45);
    const fingers = (share: number) => [
      { x: middle.x - box.width * share, y: middle.y },
      { x: middle.x + box.width * share, y: middle.y },
    ];
    await touch("touchStart", fingers(fromShare));
    for (let step = 1; step <= STEPS; step++) {
      await touch("touchMove", fingers(fromShare * (toShare / fromShare) ** (step / STEPS)));
    }
    await touch("touchEnd", []);
  };
  const pinchAll = async (fromShare: number, toShare: number) => {
    for (let round = 0; round < ROUNDS; round++) await pinch(fromShare, toShare);
  };
  return {
    pan: async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const from = at(0.8, 0.7);
        await touch("touchStart", [from]);
        for (const point of there(from, at(0.2, 0.3))) await touch("touchMove", [point]);
        await touch("touchEnd", []);
      }
    },
    zoomIn: () => pinchAll(0.06, 0.36),
    zoomOut: () => pinchAll(0.36, 0.06),
  };
}

const placeIn =
  ({ x, y, width, height }: Box) =>
  (across: number, down: number): Point => ({ x: x + width * across, y: y + height * down });

function* there(from: Point, to: Point): Generator<Point> {
  for (let step = 1; step <= STEPS; step++) {
    const share = step / STEPS;
    yield { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  }
}
