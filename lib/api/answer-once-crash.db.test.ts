import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { eq, sql } from "drizzle-orm";
import { describe, expect, inject, it, vi } from "vitest";
import { schedules } from "@/lib/db/schema/catalog";
import { scheduleQueues } from "@/lib/db/schema/queues";
import { idempotencyKeys } from "@/lib/db/schema/requests";
import { type Answer, type Ask, openApi } from "@/lib/testing/api-client";
import { testDatabase } from "@/lib/testing/database";
import { expireHold } from "@/lib/testing/expire";
import { KEYED_CASES, type KeyedRequest, keyedCase, remains, remainsOf } from "@/lib/testing/keyed-cases";
import { type Death, mortalServices } from "@/lib/testing/mortal-services";
import { expectAuditClean, lost, openSale } from "@/lib/testing/payments-world";
import { readTickets } from "@/lib/testing/seat-record";
import { asStranger } from "@/lib/testing/stranger";
import { aFan } from "@/lib/testing/world";

const db = testDatabase();
const { services } = openSale(db, { notify: lost });
const ask = openApi(services);
const REPEATS = 10;
const PROGRAM = fileURLToPath(new URL("../testing/answer-one-request.ts", import.meta.url));

const send = (by: Ask, { as, method, path, body }: KeyedRequest, key: string) =>
  by(method, path, { as, body, headers: { "idempotency-key": key } });
const repeat = (request: KeyedRequest, key: string) =>
  Promise.all(Array.from({ length: REPEATS }, () => send(ask, request, key)));
const isInProgress = ({ status, body }: Answer) => status === 409 && body.error.code === "request_in_progress";
const isReplayed = ({ headers }: Answer) => headers.get("idempotency-replayed") === "true";

/** Sends the request to a process that dies on it. */
async function dieOn(request: KeyedRequest, key: string, death: Death): Promise<void> {
  const mortal = mortalServices(services, death);
  await send(openApi(mortal.services), request, key);
  expect(mortal.isDead()).toBe(true);
}

/** Lets the time that the dead process had for its answer be over. */
async function endLease({ as }: KeyedRequest): Promise<void> {
  const ended = await db
    .update(idempotencyKeys)
    .set({ runningUntil: sql`clock_timestamp() - interval '1 second'` })
    .where(eq(idempotencyKeys.userId, as.userId))
    .returning({ status: idempotencyKeys.status });
  expect(ended).toEqual([{ status: null }]);
}

const deathsOf = (name: string): Death[] => {
  if (name === "a payment by card" || name === "a charge") return ["commit 1", "charge", "commit 2"];
  if (name === "a cancellation of what a card paid") return ["commit 1", "refund", "commit 2"];
  return ["commit 1"];
};
const CRASHES = KEYED_CASES.flatMap((testCase) => deathsOf(testCase.name).map((death) => ({ ...testCase, death })));

describe("a process that dies between commit and answer", () => {
  it.each(CRASHES)(
    "($name, after $death) leaves work that a repeat finds done, and does not do again",
    async (crash) => {
      const request = await crash.prepare(db);
      const key = randomUUID();
      await dieOn(request, key, crash.death);

      expect((await repeat(request, key)).filter(isInProgress)).toHaveLength(REPEATS);
      await endLease(request);
      const answers = await repeat(request, key);

      const given = answers.filter((answer) => !isInProgress(answer));
      expect(given.filter((answer) => !isReplayed(answer))).toHaveLength(1);
      expect([200, 201]).toContain(given[0]?.status);
      expect(await remains(db, request)).toEqual(remainsOf(crash));
      const texts = [...given, ...(await repeat(request, key))].map(({ text }) => text);
      expect(new Set(texts).size).toBe(1);
      await expectAuditClean(db, request.schedule);
    },
  );

  it("without that key, leaves work that is done once more", async () => {
    const request = await keyedCase("a charge").prepare(db);
    await dieOn(request, "before", "charge");

    await send(ask, request, "after");

    expect((await remains(db, request)).cardKrw).toHaveLength(2);
  });

  it("is followed by one of those who all see at once that its time is over", async () => {
    const testCase = keyedCase("a charge");
    const request = await testCase.prepare(db);
    await dieOn(request, "one-key", "charge");
    await endLease(request);

    let answers: Promise<Answer[]> = Promise.resolve([]);
    await asStranger(db, async ({ tx, untilWaiting }) => {
      const ofFan = eq(idempotencyKeys.userId, request.as.userId);
      await tx.select().from(idempotencyKeys).where(ofFan).for("update");
      answers = repeat(request, "one-key");
      await untilWaiting(REPEATS);
    });

    expect((await answers).filter((answer) => !isInProgress(answer))).toHaveLength(1);
    expect(await remains(db, request)).toEqual(remainsOf(testCase));
  });

  it("leaves what it has done to be told even when nobody could do it any more", async () => {
    const request = await keyedCase("best available").prepare(db);
    const { scheduleId } = request.schedule;
    await dieOn(request, "one-key", "commit 1");
    const held = (await readTickets(db, scheduleId)).filter(({ heldBy }) => heldBy === request.as.userId);
    await expireHold(db, { scheduleId, seatIndexes: held.map(({ seatIndex }) => seatIndex) });
    await db.insert(scheduleQueues).values({ scheduleId, activeMax: 1, admitPerMinute: 1, passTtlSeconds: 1 });
    await db.update(schedules).set({ status: "cancelled" }).where(eq(schedules.id, scheduleId));
    const other = { ...request, as: await aFan(db) };
    const isShut = async () => expect((await send(ask, other, "theirs")).body.error.code).toBe("queue_pass_required");
    await vi.waitFor(isShut, { timeout: 10_000, interval: 100 });
    await endLease(request);

    const { status, body } = await send(ask, request, "one-key");

    expect(status).toBe(200);
    const chosen = body.chosen_seats.map((seat: { ticket_id: number }) => seat.ticket_id);
    expect(chosen).toEqual(held.map(({ id }) => id));
  });

  it.each([
    ["best available", "commit 1"],
    ["a charge", "charge"],
  ] as const)("is killed in earnest (%s, after %s), and a repeat finds what it did", async (name, death) => {
    const testCase = keyedCase(name);
    const request = await testCase.prepare(db);
    const program = spawn(process.execPath, ["--import", "tsx", PROGRAM, JSON.stringify(request), "one-key", death], {
      env: { ...process.env, DATABASE_URL: inject("databaseUrl") },
      stdio: "inherit",
    });
    expect(await once(program, "exit")).toEqual([null, "SIGKILL"]);
    await endLease(request);

    const answers = await repeat(request, "one-key");

    expect(answers.filter((answer) => answer.status < 300 && !isReplayed(answer))).toHaveLength(1);
    expect(await remains(db, request)).toEqual(remainsOf(testCase));
    await expectAuditClean(db, request.schedule);
  });
});
