import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { holdSeatsSafely } from "@/lib/sales/hold";
import { testDatabase } from "@/lib/testing/database";
import { aGate } from "@/lib/testing/gate";
import { testRedis } from "@/lib/testing/redis";
import { aWatchedReader } from "@/lib/testing/watched-reader";
import { aFan, aSchedule } from "@/lib/testing/world";
import { announce, availabilityChanged, readAvailability } from "./availability";
import { changeBoard, readBoard, storeBoard } from "./availability-board";
import { SEAT_CODES } from "./rules";
import { packStatuses, unpackStatuses } from "./seat-bits";
import type { SeatChange } from "./seat-change";

const db = testDatabase();
const redis = testRedis();
/** Another process of the application: the same Redis, nothing else in common. */
const elsewhere = testRedis();

const statusesBy = async (process: GuardedRedis, scheduleId: string) =>
  (await readAvailability({ readDb: db, redis: process }, scheduleId)).statuses;

async function aHold(scheduleId: string, seat: number) {
  await holdSeatsSafely({ db, readDb: db, redis: elsewhere }, await aFan(db), { scheduleId, seatIndexes: [seat] });
}

const metaKey = (scheduleId: string) => `availability:{${scheduleId}}:meta`;
const endTime = (scheduleId: string) => redis.try((client) => client.hset(metaKey(scheduleId), { freshUntilMs: 0 }));
const keysOf = (scheduleId: string) =>
  ["seats", "meta", "holds", "marks"].map((part) => `availability:{${scheduleId}}:${part}`);

/** A rebuild that has read the seats as they were and stands still before it puts them up. */
async function aSlowRebuild(scheduleId: string) {
  const [hasRead, mayStore] = [aGate(), aGate()];
  const asked = { times: 0 };
  const readDb = aWatchedReader(db, async () => {
    asked.times += 1;
    if (asked.times > 1) return;
    hasRead.open();
    await mayStore.opened;
  });
  const rebuild = readAvailability({ readDb, redis }, scheduleId);
  await hasRead.opened;
  return { rebuild, mayStore, asked };
}

describe("a rebuild that is slower than a sale", () => {
  it("has the sale laid over what it read", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const { rebuild, mayStore } = await aSlowRebuild(scheduleId);

    await aHold(scheduleId, 0);
    mayStore.open();

    expect((await rebuild).statuses).toBe("10");
    expect(await statusesBy(elsewhere, scheduleId)).toBe("10");
  });

  it("never takes back what the board showed meanwhile", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    await statusesBy(redis, scheduleId);
    await endTime(scheduleId);
    const { rebuild, mayStore } = await aSlowRebuild(scheduleId);

    await aHold(scheduleId, 0);
    const meanwhile = await statusesBy(elsewhere, scheduleId);
    mayStore.open();
    await rebuild;

    expect(meanwhile).toBe("10");
    expect(await statusesBy(elsewhere, scheduleId)).toBe("10");
  });

  it("reads again when the board was taken down since", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const { rebuild, mayStore, asked } = await aSlowRebuild(scheduleId);
    await aHold(scheduleId, 0);

    await availabilityChanged(elsewhere, scheduleId);
    mayStore.open();

    expect((await rebuild).statuses).toBe("10");
    expect(asked.times).toBe(2);
  });

  it("reads again when Redis was emptied since", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const { rebuild, mayStore, asked } = await aSlowRebuild(scheduleId);
    await aHold(scheduleId, 0);

    await redis.try((client) => client.del(...keysOf(scheduleId)));
    mayStore.open();

    expect((await rebuild).statuses).toBe("10");
    expect(asked.times).toBe(2);
  });

  // Negative control: with its lease, and nothing known of the sale, the old reading would hide it.
  it("would hide the sale if neither lease nor later changes were looked at", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    await aHold(scheduleId, 0);
    await redis.try((client) => client.del(...keysOf(scheduleId)));
    const turn = await readBoard(redis, scheduleId, "");

    const old = { seatCount: 2, packed: packStatuses("00"), heldForMs: [] };
    const lease = turn?.what === "rebuild" ? turn.lease : "";
    await storeBoard(redis, scheduleId, { lease, reading: old, freshForMs: 10_000 });

    expect(await statusesBy(elsewhere, scheduleId)).toBe("00");
  });
});

describe("one rebuild at a time, of all processes", () => {
  it("lets the others wait for it where there is nothing to show", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const { rebuild, mayStore } = await aSlowRebuild(scheduleId);
    const asked = { times: 0 };
    const readDb = aWatchedReader(db, () => {
      asked.times += 1;
    });

    const waiting = readAvailability({ readDb, redis: elsewhere }, scheduleId);
    mayStore.open();

    expect(await waiting).toMatchObject({ version: (await rebuild).version, statuses: "00" });
    expect(asked.times).toBe(0);
  });

  it("lets the others go on with what is there", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    await statusesBy(elsewhere, scheduleId);
    await endTime(scheduleId);
    const { rebuild, mayStore } = await aSlowRebuild(scheduleId);

    expect(await statusesBy(elsewhere, scheduleId)).toBe("00");

    mayStore.open();
    await rebuild;
  });

  it("goes to the next when a process died over it", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const dead = await readBoard(elsewhere, scheduleId, "");
    expect(await readBoard(redis, scheduleId, "")).toEqual({ what: "wait" });

    await redis.try((client) => client.hset(metaKey(scheduleId), { leaseUntilMs: 0 }));

    expect(dead?.what).toBe("rebuild");
    expect(await statusesBy(redis, scheduleId)).toBe("00");
  });

  it("mends what no message told, after its time at the latest", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    await statusesBy(redis, scheduleId);
    await holdSeatsSafely(
      { db, readDb: db, redis: { try: async () => null, send: () => {}, state: () => "absent" } },
      await aFan(db),
      { scheduleId, seatIndexes: [1] },
    );
    expect(await statusesBy(redis, scheduleId)).toBe("00");

    await endTime(scheduleId);

    expect(await statusesBy(redis, scheduleId)).toBe("01");
  });
});

describe("changes that arrive in any order", () => {
  const SEATS = 7;
  const anyChange = fc.record({
    seatIndex: fc.nat(SEATS - 1),
    status: fc.constantFrom("available", "held", "sold", "blocked"),
  });

  it("leave every seat as its last change did", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyChange, { minLength: 1, maxLength: 12 }).chain((steps) => {
          const changes = steps.map((step, i): SeatChange => ({ ...step, changeId: i + 1, heldForMs: 60_000 }));
          return fc.tuple(
            fc.constant(changes),
            fc.shuffledSubarray(changes, { minLength: changes.length, maxLength: changes.length }),
          );
        }),
        async ([changes, arrivals]) => {
          const scheduleId = crypto.randomUUID();
          const turn = await readBoard(redis, scheduleId, "");
          const lease = turn?.what === "rebuild" ? turn.lease : "";
          const empty = { seatCount: SEATS, packed: packStatuses("0".repeat(SEATS)), heldForMs: [] };
          await storeBoard(redis, scheduleId, { lease, reading: empty, freshForMs: 10_000 });

          for (const change of arrivals) await changeBoard(redis, scheduleId, [change]);

          const expected = Array.from({ length: SEATS }, () => "0");
          for (const { seatIndex, status } of changes) expected[seatIndex] = SEAT_CODES[status];
          const board = await readBoard(redis, scheduleId, "");
          expect(board?.what === "fresh" && unpackStatuses(board.packed, SEATS)).toBe(expected.join(""));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are not undone by one that was told late", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 1 });
    await statusesBy(redis, scheduleId);
    const change = { seatIndex: 0, heldForMs: 60_000 };

    await announce(redis, scheduleId, [{ ...change, status: "sold", changeId: 2 }]);
    await announce(elsewhere, scheduleId, [{ ...change, status: "held", changeId: 1 }]);
    expect(await statusesBy(redis, scheduleId)).toBe("2");

    // Negative control: had it the later number, it would win.
    await announce(elsewhere, scheduleId, [{ ...change, status: "held", changeId: 3 }]);
    expect(await statusesBy(redis, scheduleId)).toBe("1");
  });
});
