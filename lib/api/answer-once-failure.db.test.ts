import { eq, sql } from "drizzle-orm";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { payments } from "@/lib/db/schema/payments";
import { idempotencyKeys } from "@/lib/db/schema/requests";
import { GatewayUnreachableError } from "@/lib/payments/gateway";
import { type Ask, openApi } from "@/lib/testing/api-client";
import { aBreakingWire } from "@/lib/testing/breaking-wire";
import { testDatabase } from "@/lib/testing/database";
import { aGate } from "@/lib/testing/gate";
import { type KeyedRequest, keyedCase, remains, remainsOf } from "@/lib/testing/keyed-cases";
import { expectAuditClean, lost, openSale } from "@/lib/testing/payments-world";

const db = testDatabase();
const { services } = openSale(db, { notify: lost });
const ask = openApi(services);

const send = (by: Ask, { as, method, path, body }: KeyedRequest, key = "one-key") =>
  by(method, path, { as, body, headers: { "idempotency-key": key } });
const byCard = async (cardToken: string): Promise<KeyedRequest> => {
  const request = await keyedCase("a payment by card").prepare(db);
  return { ...request, body: { ...request.body, card_token: cardToken } };
};
const attemptsOf = ({ as }: KeyedRequest) => db.select().from(payments).where(eq(payments.userId, as.userId));

describe("a failure that was written down is an answer like any other", () => {
  it("keeps a declined card declined, and asks the card company once", async () => {
    const request = await byCard("tok_decline_funds");

    const [first, again] = [await send(ask, request), await send(ask, request)];

    expect(first).toMatchObject({
      status: 422,
      body: { error: { code: "card_declined", reason: "insufficient_funds" } },
    });
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await attemptsOf(request)).toHaveLength(1);
    expect((await send(ask, { ...request, body: { ...request.body, card_token: "tok_approve" } }, "next")).status).toBe(
      200,
    );
    await expectAuditClean(db, request.schedule);
  });

  it("ends an attempt that never reached the card company; another key begins another", async () => {
    const unreachable = { charge: () => Promise.reject(new GatewayUnreachableError("no way there")) };
    const cutOff = openApi(openSale(db, { notify: lost, gateway: () => unreachable }).services);
    const request = await byCard("tok_approve");

    const first = await send(cutOff, request);

    expect(first).toMatchObject({ status: 503, body: { error: { code: "gateway_unavailable" } } });
    expect(first.headers.get("retry-after")).toBeNull();
    expect((await send(ask, request)).text).toBe(first.text);
    expect((await send(ask, request, "another-key")).status).toBe(200);
    await expectAuditClean(db, request.schedule);
  });
});

describe("an answer that is not known", () => {
  it.each(["unanswered", "unsent"] as const)(
    "because the database went away at COMMIT (%s) is found by a repeat",
    async (how) => {
      const wire = await aBreakingWire(inject("databaseUrl"));
      const fragile = openDatabase(wire.url, { poolMax: 1, name: "rowlock-test-wire" });
      onTestFinished(async () => {
        await fragile.$client.end({ timeout: 1 });
        wire.close();
      });
      const testCase = keyedCase("best available");
      const request = await testCase.prepare(db);
      wire.breakAtCommit(how);

      const first = await send(openApi({ ...services, db: fragile }), request);

      expect(first).toMatchObject({ status: 503, body: { error: { code: "read_only" } } });
      expect(first.headers.get("retry-after")).not.toBeNull();
      expect((await remains(db, request)).held).toBe(how === "unanswered" ? 2 : 0);
      const again = await send(ask, request);
      expect(again.status).toBe(200);
      expect(await remains(db, request)).toEqual(remainsOf(testCase));
      expect((await send(ask, request)).text).toBe(again.text);
      await expectAuditClean(db, request.schedule);
    },
  );

  it("because a later step failed is there for the next to work out, at once", async () => {
    const testCase = keyedCase("a payment by card");
    const request = await testCase.prepare(db);
    let isFirst = true;
    const failing: typeof db = new Proxy(db, {
      get(pool, name, self) {
        if (name !== "transaction" || isFirst) {
          isFirst = isFirst && name !== "transaction";
          return Reflect.get(pool, name, self);
        }
        return () => Promise.reject(Object.assign(new Error("too slow"), { code: "55P03" }));
      },
    });

    const first = await send(openApi({ ...services, db: failing }), request);

    expect(first).toMatchObject({ status: 503, body: { error: { code: "busy" } } });
    expect((await send(ask, request)).status).toBe(200);
    expect(await remains(db, request)).toEqual(remainsOf(testCase));
    await expectAuditClean(db, request.schedule);
  });
});

describe("two who work on one request because the first was too slow", () => {
  it("charge once, and give one answer", async () => {
    const [asked, mayAnswer] = [aGate(), aGate()];
    const slow = openSale(db, {
      notify: lost,
      gateway: (gateway) => ({
        charge: async (request) => {
          const charge = await gateway.charge(request);
          asked.open();
          await mayAnswer.opened;
          return charge;
        },
      }),
    });
    const testCase = keyedCase("a charge");
    const request = await testCase.prepare(db);

    const first = send(openApi(slow.services), request);
    await asked.opened;
    expect((await send(ask, request)).body.error.code).toBe("request_in_progress");
    await db
      .update(idempotencyKeys)
      .set({ runningUntil: sql`clock_timestamp()` })
      .where(eq(idempotencyKeys.userId, request.as.userId));
    const second = await send(ask, request);
    mayAnswer.open();

    expect((await first).text).toBe(second.text);
    expect((await first).headers.get("idempotency-replayed")).toBe("true");
    expect(second.status).toBe(201);
    expect(await remains(db, request)).toEqual(remainsOf(testCase));
    await expectAuditClean(db, request.schedule);
  });
});
