import { type Browser, type BrowserContext, chromium, firefox, type Page } from "@playwright/test";
import { chromiumOptions, firefoxOptions } from "@/scripts/testing/browsers";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";

const CONTESTED_SEAT = 3;
const AVAILABILITY = "**/api/v1/schedules/*/availability";
const STREAM = /\/availability\/stream/;

test.describe.configure({ timeout: 180_000 });

/** Lets every screen ask for the seats: what a stream tells cannot be held back. */
async function refuseStreams(contexts: readonly BrowserContext[]): Promise<void> {
  for (const context of contexts) await context.route(STREAM, (route) => route.abort());
}

/** Keeps every screen believing what it saw last, until it is let go: nobody may learn of the winner before they click. */
async function freezeAvailability(contexts: readonly BrowserContext[]): Promise<() => void> {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  for (const context of contexts) {
    await context.route(AVAILABILITY, async (route) => {
      await released;
      await route.continue();
    });
  }
  return letGo;
}

/** Presses the button under every pointer at once. */
async function clickTogether(pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.mouse.down()));
  await Promise.all(pages.map((page) => page.mouse.up()));
}

test("five fans in five browsers want one seat at the same moment: one has it, four are told so at once", async ({
  world,
  ledger,
  signIn,
  complaints,
  baseURL,
}) => {
  const show = await world.show();
  const fans = await Promise.all(Array.from({ length: 5 }, () => world.fan()));
  const browsers: Browser[] = [];
  try {
    for (const launch of [0, 1, 2, 3, 4]) {
      const isChromium = launch < 3;
      browsers.push(await (isChromium ? chromium.launch(chromiumOptions()) : firefox.launch(firefoxOptions())));
    }
    const contexts = await Promise.all(
      browsers.map((browser) => browser.newContext({ locale: "ko-KR", ...(baseURL ? { baseURL } : {}) })),
    );
    await refuseStreams(contexts);
    complaints.expect(/ERR_FAILED|availability\/stream/);
    const maps: SeatMapPage[] = [];
    for (const [place, context] of contexts.entries()) {
      const fan = fans[place];
      if (!fan) throw new Error("There is a fan for each browser");
      complaints.listenTo(context);
      await signIn(context, fan);
      const map = new SeatMapPage(await context.newPage(), show);
      await map.open();
      await map.pick(CONTESTED_SEAT);
      maps.push(map);
    }
    const showWhatHappened = await freezeAvailability(contexts);
    for (const map of maps) await map.holdButton(1).hover();

    await clickTogether(maps.map((map) => map.page));

    const outcomes = await Promise.all(maps.map(outcomeOf));
    expect(outcomes.toSorted()).toEqual(["held", "refused", "refused", "refused", "refused"]);
    const winner = fans[outcomes.indexOf("held")];
    const taken = [{ seatIndex: CONTESTED_SEAT, status: "held", heldBy: winner?.userId }];
    expect(await ledger.takenSeats(show.scheduleId)).toEqual(taken);

    showWhatHappened();
    for (const [place, map] of maps.entries()) {
      if (outcomes[place] === "held") continue;
      await expect(map.chosen).toHaveCount(0);
      await map.openList();
      await map.openRow(map.seat(CONTESTED_SEAT));
      await expect(map.listed(CONTESTED_SEAT)).toHaveAccessibleName(/다른 분이 선점 중$/);
    }
    expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
  } finally {
    for (const browser of browsers) await browser.close();
  }
});

async function outcomeOf(map: SeatMapPage): Promise<"held" | "refused"> {
  const refusal = map.alert.filter({ hasText: "이미 선택된 좌석입니다." });
  await expect(map.countdown.or(refusal)).toBeVisible();
  return (await map.countdown.isVisible()) ? "held" : "refused";
}
