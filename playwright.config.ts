import { defineConfig } from "@playwright/test";
import { chromiumOptions, firefoxOptions } from "./scripts/testing/browsers";

const { channel, ...firefoxLaunchOptions } = firefoxOptions();

/** Where Next answers without the front. */
const nextDoor = process.env.NEXT_DOOR_URL;

/** `npm run e2e` and `npm test` bring the server, the database and BASE_URL. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // Races need the machine for themselves; a second worker would only make their timing worse.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    // The API of Next alone, which is all there is on a platform that runs nothing else.
    ...(nextDoor
      ? [
          {
            name: "next-door",
            testMatch: ["doors.spec.ts", "refusals.spec.ts"],
            use: { browserName: "chromium" as const, launchOptions: chromiumOptions(), baseURL: nextDoor },
          },
        ]
      : []),
    { name: "chromium", use: { browserName: "chromium", launchOptions: chromiumOptions() } },
    {
      name: "firefox",
      // Steered from outside and without a window, this Firefox makes no click of a touch, and its Tab
      // goes to a toolbar that nobody sees. What axe reads is the same in both browsers.
      testIgnore: ["phone.spec.ts", "keyboard.spec.ts", "big-hall.spec.ts", "accessibility.spec.ts", "doors.spec.ts"],
      use: { browserName: "firefox", ...(channel ? { channel } : {}), launchOptions: firefoxLaunchOptions },
    },
  ],
});
