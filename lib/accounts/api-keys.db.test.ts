import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { apiKeys, users } from "@/lib/db/schema/accounts";
import { openApi } from "@/lib/testing/api-client";
import { testDatabase } from "@/lib/testing/database";
import { aGate } from "@/lib/testing/gate";
import { openSale } from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { aFan, aSchedule } from "@/lib/testing/world";
import { API_KEYS_MAX, CreateApiKeyInput } from "./api-key-schema";
import { createApiKey, listApiKeys, readApiKey, revokeApiKey } from "./api-keys";

const db = testDatabase();
const ask = openApi(openSale(db).services);

const aWish = (wish: Partial<CreateApiKeyInput> = {}) =>
  CreateApiKeyInput.parse({ name: "My script", scopes: ["read", "buy", "points"], ...wish });

describe("a personal key", () => {
  it("stands for its person in the role they have now, and keeps only a digest of itself", async () => {
    const fan = await aFan(db);
    const { key, id } = await createApiKey(db, fan, aWish({ scopes: ["read"] }));

    expect(await readApiKey(db, key)).toEqual({ actor: fan, scopes: ["read"] });
    await db.update(users).set({ role: "viewer" }).where(eq(users.id, fan.userId));
    expect(await readApiKey(db, key)).toMatchObject({ actor: { role: "viewer" } });

    const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
    expect(JSON.stringify(row)).not.toContain(key.slice(4, -4));
    const [listed] = await listApiKeys(db, fan);
    expect(listed).toMatchObject({ id, name: "My script", hint: key.slice(-4), expiresAt: null });
    expect(listed?.lastUsedAt).toBeInstanceOf(Date);
  });

  it("is good for nothing once it is revoked or has run out, nor is one that never was", async () => {
    const fan = await aFan(db);
    const revoked = await createApiKey(db, fan, aWish());
    const old = await createApiKey(db, fan, aWish({ expiresInDays: 30 }));
    await db.update(apiKeys).set({ expiresAt: sql`clock_timestamp()` }).where(eq(apiKeys.id, old.id));
    await revokeApiKey(db, fan, { keyId: revoked.id });
    await revokeApiKey(db, fan, { keyId: revoked.id });

    for (const key of [revoked.key, old.key, `${old.key}x`, "rlk_"]) {
      await expect(readApiKey(db, key)).rejects.toMatchObject({ code: "invalid_token" });
    }
    expect((await listApiKeys(db, fan)).map(({ id }) => id)).toEqual([old.id]);
  });

  it("is nobody else's to see or revoke", async () => {
    const [fan, other] = [await aFan(db), await aFan(db)];
    const { id, key } = await createApiKey(db, fan, aWish());

    expect(await listApiKeys(db, other)).toEqual([]);
    await expect(revokeApiKey(db, other, { keyId: id })).rejects.toMatchObject({ code: "not_found" });
    expect(await readApiKey(db, key)).toMatchObject({ actor: fan });
  });

  it("is one of twenty at most, however many are made at once", async () => {
    const fan = await aFan(db);
    for (let made = 1; made < API_KEYS_MAX; made++) await createApiKey(db, fan, aWish());

    const { won, lost } = await race(Array.from({ length: 5 }, () => () => createApiKey(db, fan, aWish())));

    expect(won).toHaveLength(1);
    expect(lost.map((error) => (error as { code?: string }).code)).toEqual(Array(4).fill("api_key_limit_exceeded"));
  });

  it("would be one too many if its makers did not wait for each other", async () => {
    const fan = await aFan(db);
    for (let made = 1; made < API_KEYS_MAX; made++) await createApiKey(db, fan, aWish());
    const gate = aGate();
    let counted = 0;

    await race(
      Array.from(
        { length: 2 },
        (_, maker) => () =>
          db.transaction(async (tx) => {
            const mine = await tx.select().from(apiKeys).where(eq(apiKeys.userId, fan.userId));
            counted += 1;
            if (counted === 2) gate.open();
            await gate.opened;
            const [first] = mine;
            if (first && mine.length < API_KEYS_MAX)
              await tx.insert(apiKeys).values({ ...first, id: randomUUID(), keyHash: `${fan.userId}-${maker}` });
          }),
      ),
    );

    expect(await listApiKeys(db, fan)).toHaveLength(API_KEYS_MAX + 1);
  });
});

describe("the API with a personal key", () => {
  it("does what the key allows and refuses the rest", async () => {
    const fan = await aFan(db, { points: 1_000 });
    const { eventId, scheduleId } = await aSchedule(db);
    const looking = await ask("POST", "/api-keys", { as: fan, body: { name: "Balance", scopes: ["read"] } });
    expect(looking).toMatchObject({ status: 201, body: { name: "Balance", scopes: ["read"], last_used_at: null } });
    const as: string = looking.body.key;
    const lock = { event_id: eventId, schedule_id: scheduleId, seats: [{ row: "1", number: 1 }] };

    expect(await ask("GET", "/points", { as })).toMatchObject({ status: 200, body: { balance: 1_000 } });
    const refused = { status: 403, body: { error: { code: "insufficient_scope", needed: "buy" } } };
    expect(await ask("POST", "/seats/lock", { as, body: lock })).toMatchObject(refused);
    expect(await ask("GET", "/api-keys", { as })).toMatchObject({ status: 403 });

    const buying = await ask("POST", "/api-keys", { as: fan, body: { name: "Buyer", scopes: ["buy"] } });
    expect(await ask("POST", "/seats/lock", { as: buying.body.key, body: lock })).toMatchObject({ status: 200 });
    expect(await ask("GET", "/events", { as: buying.body.key })).toMatchObject({ status: 200 });

    expect(await ask("DELETE", `/api-keys/${looking.body.id}`, { as: fan })).toMatchObject({ status: 200 });
    expect(await ask("GET", "/points", { as })).toMatchObject({ status: 401 });
    const left = await ask("GET", "/api-keys", { as: fan });
    expect(left.body.items.map(({ name }: { name: string }) => name)).toEqual(["Buyer"]);
    expect(JSON.stringify(left.body)).not.toContain(buying.body.key);
  });
});
