import { type APIRequestContext, type BrowserContext, test as base, expect } from "@playwright/test";
import { type Db, openDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { openWaitingRoom, type WaitingRoomWish } from "@/lib/queue/open-waiting-room";
import { openRedis } from "@/lib/redis/client";
import { guardRedis } from "@/lib/redis/guarded";
import { type Clock, openClock } from "./clock";
import { type Complaints, collectComplaints } from "./complaints";
import { type Ledger, openLedger } from "./ledger";
import { openSession } from "./session";
import { aFanWithPassword, aShow, type Fan, type Show } from "./world";

const POOL_MAX = 4;

type World = {
  fan(options?: Parameters<typeof aFanWithPassword>[1]): Promise<Fan>;
  show(options?: Parameters<typeof aShow>[1]): Promise<Show>;
  /** Gives a show a waiting room. */
  waitingRoom(show: Show, wish?: WaitingRoomWish): Promise<void>;
};

type TestFixtures = {
  /** Makes what this test needs, and nobody else has. */
  world: World;
  ledger: Ledger;
  clock: Clock;
  /** Signs a fan in, in every page of a context. */
  signIn: (context: BrowserContext, fan: Fan) => Promise<void>;
  /** Signs a fan in as a client of the API. */
  apiOf: (fan: Fan) => Promise<APIRequestContext>;
  complaints: Complaints;
  /** Another person at another computer: a browser context of their own, signed in when a fan is given. */
  anotherBrowser: (fan?: Fan) => Promise<BrowserContext>;
};

export const test = base.extend<TestFixtures, { db: Db }>({
  db: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const url = process.env.DATABASE_URL;
      if (!url) throw new Error("Browser tests look into the database of the server; `npm run e2e` sets DATABASE_URL");
      const db = openDatabase(url, { poolMax: POOL_MAX, name: "rowlock-e2e" });
      await use(db);
      await db.$client.end();
    },
    { scope: "worker" },
  ],
  world: async ({ db }, use) => {
    await use({
      fan: (options) => aFanWithPassword(db, options),
      show: (options) => aShow(db, options),
      waitingRoom: (show, wish) => openWaitingRoom(db, show.scheduleId, wish),
    });
  },
  ledger: async ({ db }, use) => use(openLedger(db)),
  clock: async ({ db }, use) => {
    const handle = openRedis(env);
    await use(openClock(db, guardRedis(handle?.redis ?? null)));
    await handle?.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  signIn: async ({}, use) => use((context, fan) => openSession(context.request, fan)),
  apiOf: async ({ playwright, baseURL }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (fan) => {
      // As a page of ours would send it; a session's cookie alone is no proof of that.
      const sentFrom = baseURL ? { baseURL, extraHTTPHeaders: { Origin: baseURL } } : {};
      const api = await playwright.request.newContext(sentFrom);
      opened.push(api);
      await openSession(api, fan);
      return api;
    });
    for (const api of opened) await api.dispose();
  },
  complaints: [
    async ({ context }, use) => {
      const complaints = collectComplaints();
      complaints.listenTo(context);
      await use(complaints);
      expect(complaints.unexpected()).toEqual([]);
    },
    { auto: true },
  ],
  anotherBrowser: async ({ browser, complaints, signIn }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (fan) => {
      const context = await browser.newContext();
      opened.push(context);
      complaints.listenTo(context);
      if (fan) await signIn(context, fan);
      return context;
    });
    for (const context of opened) await context.close();
  },
});

export { expect };
