import { type Browser, chromium, firefox } from "@playwright/test";
import { chromiumOptions, firefoxOptions } from "@/scripts/testing/browsers";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";

const WITHIN_MS = 2_500;

/** What colour the middle of a seat has on the picture. */
async function colourOf(map: SeatMapPage, seatIndex: number): Promise<string> {
  const { x, y } = await map.placeOf(seatIndex);
  return map.canvas.evaluate(
    (canvas: HTMLCanvasElement, place) => {
      const ratio = canvas.width / canvas.clientWidth;
      const pixel = canvas.getContext("2d")?.getImageData(place.x * ratio, place.y * ratio, 1, 1);
      return pixel ? Array.from(pixel.data).join() : "";
    },
    { x, y },
  );
}

test("a seat held in one browser greys in another kind of browser by itself, and comes back when it is released", async ({
  page,
  browserName,
  world,
  signIn,
  complaints,
  baseURL,
}) => {
  const [show, fan, watcher] = [await world.show(), await world.fan(), await world.fan()];
  let other: Browser | undefined;
  try {
    other = await (browserName === "chromium" ? firefox.launch(firefoxOptions()) : chromium.launch(chromiumOptions()));
    const context = await other.newContext({ locale: "ko-KR", ...(baseURL ? { baseURL } : {}) });
    complaints.listenTo(context);
    await signIn(context, watcher);
    await signIn(page.context(), fan);
    const [mine, theirs] = [new SeatMapPage(page, show), new SeatMapPage(await context.newPage(), show)];
    await theirs.open();
    await mine.open();
    const free = await colourOf(theirs, 12);

    await mine.pick(12);
    await mine.hold(1);

    await expect.poll(() => colourOf(theirs, 12), { timeout: WITHIN_MS }).not.toBe(free);
    await theirs.openList();
    await theirs.openRow(theirs.seat(12));
    await expect(theirs.listed(12)).toHaveAccessibleName(/다른 분이 선점 중$/);

    await mine.panel.getByRole("button", { name: "선점 풀기", exact: true }).click();
    await expect(mine.countdown).toBeHidden();
    await expect(theirs.listed(12)).toHaveAccessibleName(/선택 가능$/, { timeout: WITHIN_MS });
  } finally {
    await other?.close();
  }
});

test("a seat I have chosen and somebody else takes leaves my choice, and I am told; the rest of it stays", async ({
  page,
  world,
  signIn,
  anotherBrowser,
}) => {
  const [show, fan, rival] = [await world.show(), await world.fan(), await world.fan()];
  await signIn(page.context(), fan);
  const [mine, theirs] = [
    new SeatMapPage(page, show),
    new SeatMapPage(await (await anotherBrowser(rival)).newPage(), show),
  ];
  await mine.open();
  await mine.pick(20, 21);
  await theirs.open();
  await theirs.pick(20);

  await theirs.hold(1);

  const note = mine.alert.filter({ hasText: "방금 다른 분이 선택한 좌석이에요." });
  await expect(note).toBeVisible({ timeout: WITHIN_MS });
  await expect(note).toContainText("A구역 3열 5번");
  await expect(mine.chosen).toHaveText([/A구역 3열 6번/]);
  await mine.hold(1);
});
