import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { idempotencyKeys } from "@/lib/db/schema/requests";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { type Answer, type Ask, openApi } from "@/lib/testing/api-client";
import { testDatabase } from "@/lib/testing/database";
import { KEYED_CASES, type KeyedRequest, keyedCase, remains, remainsOf } from "@/lib/testing/keyed-cases";
import { expectAuditClean, openSale } from "@/lib/testing/payments-world";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { lockRowsOf } from "@/lib/testing/row-locks";
import { readTickets } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";

const db = testDatabase();
const sales = {
  "with Redis": openSale(db, { redis: testRedis() }),
  "without Redis": openSale(db, { redis: absentRedis }),
};
const REPEATS = 50;

const send = (ask: Ask, { as, method, path, body }: KeyedRequest, key?: string) =>
  ask(method, path, { as, body, headers: key === undefined ? {} : { "idempotency-key": key } });
const sendAtOnce = (ask: Ask, request: KeyedRequest, key?: string) =>
  Promise.all(Array.from({ length: REPEATS }, () => send(ask, request, key)));
const isInProgress = ({ status, body, headers }: Answer) =>
  status === 409 && body.error.code === "request_in_progress" && headers.get("retry-after") !== null;

async function everythingOf(db: Db, request: KeyedRequest) {
  return { ...(await remains(db, request)), tickets: await readTickets(db, request.schedule.scheduleId) };
}

describe.each(Object.entries(sales))("fifty repeats under one key at once, %s", (_name, { services, gateway }) => {
  const ask = openApi(services);

  it.each(KEYED_CASES)("do the work of $name once, and all learn the first answer", async (testCase) => {
    const request = await testCase.prepare(db);
    const key = randomUUID();

    const answers = await sendAtOnce(ask, request, key);

    const given = answers.filter((answer) => !isInProgress(answer));
    expect(new Set(given.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect([200, 201]).toContain(given[0]?.status);
    expect(given.filter(({ headers }) => headers.get("idempotency-replayed") === null)).toHaveLength(1);
    await gateway.notified();
    const before = await everythingOf(db, request);
    expect(before).toMatchObject(remainsOf(testCase));

    for (const { status, text, headers } of await sendAtOnce(ask, request, key)) {
      expect({ status, text }).toEqual({ status: given[0]?.status, text: given[0]?.text });
      expect(headers.get("idempotency-replayed")).toBe("true");
    }
    expect(await everythingOf(db, request)).toEqual(before);
    await expectAuditClean(db, request.schedule);
  });
});

describe("a repeat", () => {
  const { services } = sales["without Redis"];
  const ask = openApi(services);

  it("does not stand in line behind the work: it is told at once that somebody is at it", async () => {
    const request = await keyedCase("a lock").prepare(db);
    const stranger = await lockRowsOf(db, request.schedule);
    const first = send(ask, request, "one-key");
    await stranger.untilWaiting(1);

    const repeats = await sendAtOnce(ask, request, "one-key");

    expect(repeats.filter(isInProgress)).toHaveLength(REPEATS);
    await stranger.release();
    expect((await first).status).toBe(200);
    expect((await send(ask, request, "one-key")).text).toBe((await first).text);
  });

  it("that is refused by what its own twin has just done learns the twin's answer", async () => {
    const [as, schedule] = [await aFan(db), await aSchedule(db, { seatCount: 2 })];
    const path = `/schedules/${schedule.scheduleId}/best-available`;
    const request: KeyedRequest = { as, schedule, method: "POST", path, body: { count: 2 } };
    const twin: Answer[] = [];
    // The twin comes between the look for an earlier answer and the work: no two seats are left for that.
    let isAtWork = false;
    const readDb: Db = new Proxy(db, {
      get(pool, name, self) {
        isAtWork = true;
        return Reflect.get(pool, name, self);
      },
    });
    const redis: GuardedRedis = {
      ...absentRedis,
      state: () => "closed",
      try: async () => {
        if (isAtWork && twin.length === 0) twin.push(await send(ask, request, "one-key"));
        return null;
      },
    };

    const answer = await send(openApi({ ...services, readDb, redis }), request, "one-key");

    expect(twin).toHaveLength(1);
    expect(twin[0]?.headers.get("idempotency-replayed")).toBeNull();
    expect([answer.status, answer.text]).toEqual([200, twin[0]?.text]);
    expect(answer.headers.get("idempotency-replayed")).toBe("true");
  });
});

describe("without a key", () => {
  const { services } = sales["without Redis"];
  const ask = openApi(services);

  it("the same fifty requests take more seats than were asked for, and charge more than once", async () => {
    const [best, charge] = [keyedCase("best available"), keyedCase("a charge")];
    const [seats, money] = [await best.prepare(db), await charge.prepare(db)];

    await sendAtOnce(ask, seats);
    await sendAtOnce(ask, money);

    expect((await remains(db, seats)).held).toBeGreaterThan(2);
    expect((await remains(db, money)).cardKrw.length).toBeGreaterThan(1);
  });

  it.each(["a booking", "a payment by points"])(
    "%s that came through is refused to those who repeat it",
    async (name) => {
      const request = await keyedCase(name).prepare(db);

      const answers = await sendAtOnce(ask, request);

      const refused = answers.filter(({ status }) => status >= 400);
      expect(refused.some((answer) => !isInProgress(answer))).toBe(true);
    },
  );
});

describe("a key", () => {
  const { services } = sales["without Redis"];
  const ask = openApi(services);
  const aLock = async () => {
    const [as, schedule] = [await aFan(db), await aSchedule(db)];
    const one = { event_id: schedule.eventId, schedule_id: schedule.scheduleId };
    const body = (...numbers: number[]) => ({ ...one, seats: numbers.map((number) => ({ row: "1열", number })) });
    const lock = (key: string, numbers: number[], who = as) =>
      ask("POST", "/seats/lock", { as: who, body: body(...numbers), headers: { "idempotency-key": key } });
    return { as, schedule, lock };
  };
  const holdersOf = async ({ scheduleId }: { scheduleId: string }) =>
    (await readTickets(db, scheduleId)).map(({ heldBy }) => heldBy);

  it("that stands for another request is refused, and nothing is done", async () => {
    const { as, schedule, lock } = await aLock();
    await lock("one-key", [1]);

    expect(await lock("one-key", [2])).toMatchObject({ status: 422, body: { error: { code: "id_reused" } } });
    const best = await ask("POST", `/schedules/${schedule.scheduleId}/best-available`, {
      ...{ as, body: { count: 1 }, headers: { "idempotency-key": "one-key" } },
    });
    expect(best.body.error.code).toBe("id_reused");
    expect((await holdersOf(schedule)).filter((heldBy) => heldBy !== null)).toHaveLength(1);
    await expectAuditClean(db, schedule);
  });

  it("belongs to one person: another's is their own", async () => {
    const { as, schedule, lock } = await aLock();
    const other = await aFan(db);

    expect((await lock("ours", [1])).status).toBe(200);
    expect((await lock("ours", [2], other)).status).toBe(200);
    expect((await holdersOf(schedule)).slice(0, 2)).toEqual([as.userId, other.userId]);
  });

  it("of a refusal is not spent: the same request may come through later", async () => {
    const { as, schedule, lock } = await aLock();
    const other = await aFan(db);
    const one = { event_id: schedule.eventId, schedule_id: schedule.scheduleId };
    await lock("theirs", [1], other);

    expect((await lock("again", [1])).body.error.code).toBe("seat_unavailable");
    await ask("DELETE", "/seats/lock", { as: other, body: one });

    expect((await lock("again", [1])).status).toBe(200);
    expect((await holdersOf(schedule))[0]).toBe(as.userId);
  });

  it("is 1 to 255 visible ASCII characters", async () => {
    const { lock } = await aLock();
    for (const key of ["", "two words", "x".repeat(256), "caf\u00e9"]) {
      expect(await lock(key, [1]), key).toMatchObject({
        ...{
          status: 422,
          body: { error: { code: "invalid_input", fields: { "Idempotency-Key": ["invalid_format"] } } },
        },
      });
    }
    expect((await lock("!~".repeat(127), [1])).status).toBe(200);
  });

  it("has no effect where the answer is a secret, which is kept nowhere", async () => {
    const as = await aFan(db);
    const body = { name: "a key", scopes: ["read"], expires_in_days: 30 };
    const make = () => ask("POST", "/api-keys", { as, body, headers: { "idempotency-key": "one-key" } });
    const [first, second] = [await make(), await make()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.key).not.toBe(first.body.key);
    const kept = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.userId, as.userId));
    expect(kept).toEqual([]);
  });
});
