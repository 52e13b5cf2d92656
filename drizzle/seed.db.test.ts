import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { verifyPassword } from "@/lib/accounts/passwords";
import { audit } from "@/lib/audit/audit";
import { listEvents } from "@/lib/catalog/queries";
import { type Db, openDatabase } from "@/lib/db/client";
import { migrateDatabase } from "./migrate";
import { seedDemo } from "./seed";

// The demo loads into an empty database only, so these tests have one to themselves.
const url = new URL(inject("databaseUrl"));
url.pathname = `${url.pathname}_demo`;
const name = url.pathname.slice(1);
const server = postgres(inject("databaseUrl"), { max: 1, onnotice: () => {} });
let db: Db;
let loaded: boolean[];
let tookMs: number;

beforeAll(async () => {
  await server.unsafe(`create database ${name}`);
  await migrateDatabase(url.href);
  db = openDatabase(url.href, { poolMax: 4, name: "rowlock-test" });
  const startedAt = performance.now();
  loaded = await Promise.all([seedDemo(db), seedDemo(db)]);
  tookMs = performance.now() - startedAt;
});

afterAll(async () => {
  await db.$client.end();
  await server.unsafe(`drop database ${name} with (force)`);
  await server.end();
});

const count = async (query: ReturnType<typeof sql>) => Number((await db.execute<{ n: string }>(query))[0]?.n);

describe("seedDemo", () => {
  it("loads once, however many start at the same moment, and within seconds", async () => {
    expect(loaded.sort()).toEqual([false, true]);
    expect(await seedDemo(db)).toBe(false);
    expect(tookMs).toBeLessThan(20_000);
  });

  it("has events in every category, and sales in every state", async () => {
    const cards = await listEvents(db);

    expect(cards.length).toBeGreaterThanOrEqual(8);
    expect(new Set(cards.map((card) => card.category)).size).toBe(6);
    expect(new Set(cards.map((card) => card.saleState))).toEqual(
      new Set(["on_sale", "opening_soon", "sold_out", "past"]),
    );
  });

  it("opens one sale within a day and another next week", async () => {
    const waitsHours = (await listEvents(db, {}))
      .filter((card) => card.saleState === "opening_soon")
      .map((card) => (card.salesOpenAt.getTime() - Date.now()) / 3_600_000)
      .sort((a, b) => a - b);

    expect(waitsHours[0]).toBeLessThan(24);
    expect(waitsHours[1]).toBeGreaterThan(5 * 24);
    expect(waitsHours[1]).toBeLessThan(8 * 24);
  });

  it("lets fan1 … fan20 and the owner sign in", async () => {
    const people = await db.execute<{ email: string; role: string; password_hash: string }>(
      sql`select email, role, password_hash from users`,
    );

    expect(people).toHaveLength(21);
    expect(people.filter((person) => person.role === "fan").map((person) => person.email)).toContain(
      "fan20@rowlock.test",
    );
    const owner = people.find((person) => person.role === "owner");
    expect(owner?.email).toBe("admin@rowlock.test");
    expect(await verifyPassword(owner?.password_hash ?? "", "rowlock-demo")).toBe(true);
  });

  it("has a ticket for every seat of every schedule", async () => {
    expect(
      await count(sql`
        select count(*) as n from schedules join plans on plans.id = schedules.plan_id
         where plans.seat_count <> (select count(*) from tickets where schedule_id = schedules.id)`),
    ).toBe(0);
  });
});

describe("the demo's stadium", () => {
  const stadium = sql`select s.id from schedules s join events e on e.id = s.event_id where e.slug = 'stars-at-noon'`;

  it("is on sale with about 50,000 places, 3,000 of them standing, nearly all free", async () => {
    expect(await count(sql`select count(*) as n from tickets where schedule_id = (${stadium})`)).toBeGreaterThan(
      49_500,
    );
    expect(
      await count(sql`select count(*) as n from tickets where schedule_id = (${stadium}) and status = 'available'`),
    ).toBeGreaterThan(49_000);
    expect(
      await count(sql`
        select count(*) as n from plan_seats p join schedules s on s.plan_id = p.plan_id
         where s.id = (${stadium}) and p.is_general`),
    ).toBe(3_000);
    expect((await listEvents(db)).find((card) => card.slug === "stars-at-noon")?.saleState).toBe("on_sale");
  });

  it("lets nobody leave a single seat between taken ones", async () => {
    expect(await count(sql`select count(*) as n from schedules where id = (${stadium}) and leaves_no_orphans`)).toBe(1);
  });
});

describe("what the demo's fans have bought", () => {
  it("passes every rule of the audit", async () => {
    expect(await audit(db)).toEqual([]);
  });

  it("sold each sold ticket through one confirmed booking with one successful payment of exactly its total", async () => {
    expect(await count(sql`select count(*) as n from tickets where status = 'sold'`)).toBeGreaterThan(500);
    expect(
      await count(sql`
        select count(*) as n from tickets t
          left join bookings b on b.id = t.booking_id and b.status = 'confirmed' and b.schedule_id = t.schedule_id
          left join booking_seats s on s.booking_id = b.id and s.ticket_id = t.id and s.live
               and s.price_krw = t.price_krw and s.grade = t.grade
         where (t.status = 'sold') <> (s.ticket_id is not null)`),
    ).toBe(0);
    expect(
      await count(sql`
        select count(*) as n from bookings b
         where b.status = 'confirmed'
           and (b.total_krw <> (select sum(price_krw) from booking_seats where booking_id = b.id and live)
             or b.total_krw <> (select sum(amount_krw) from payments where booking_id = b.id and status = 'succeeded')
             or b.total_krw <> (select -sum(amount) from point_histories where booking_id = b.id)
             or b.user_id <> (select user_id from payments where booking_id = b.id))`),
    ).toBe(0);
  });

  it("gave back the money and the seats of every booking that ended", async () => {
    expect(await count(sql`select count(*) as n from bookings where status = 'refunded'`)).toBeGreaterThan(0);
    expect(
      await count(sql`
        select count(*) as n from bookings b
         where b.status in ('refunded', 'expired')
           and (exists (select 1 from booking_seats where booking_id = b.id and live)
             or exists (select 1 from payments where booking_id = b.id and status <> 'refunded')
             or coalesce((select sum(amount) from point_histories where booking_id = b.id), 0) <> 0)`),
    ).toBe(0);
  });

  it("explains every balance by its history, in its order", async () => {
    expect(
      await count(sql`
        select count(*) as n from point_accounts a
         where balance <> coalesce((select sum(amount) from point_histories where user_id = a.user_id), 0)`),
    ).toBe(0);
    expect(
      await count(sql`
        select count(*) as n from (
          select balance_after, sum(amount) over (partition by user_id order by created_at, id) as running
            from point_histories) entries
         where balance_after <> running`),
    ).toBe(0);
  });

  it("bought every point from the card company", async () => {
    expect(
      await count(sql`
        select count(*) as n from point_charges c
          left join test_gateway.charges g on g.idempotency_key = c.id and g.amount_krw = c.amount_krw
         where g.reference is distinct from c.gateway_reference or c.status <> 'succeeded'`),
    ).toBe(0);
    expect(
      await count(sql`
        select (select sum(amount_krw) from point_charges) - (select sum(amount) from point_histories where type = 'charge') as n`),
    ).toBe(0);
  });

  it("never gave one person more than four seats of a schedule", async () => {
    expect(
      await count(sql`
        select coalesce(max(seats), 0) as n from (
          select count(*) as seats from booking_seats s join bookings b on b.id = s.booking_id
           where s.live group by b.user_id, b.schedule_id) persons`),
    ).toBe(4);
  });

  it("leaves fan1 a million points and room in the first schedule on sale", async () => {
    const [fan] = await db.execute<{ balance: number; seats: string }>(sql`
      select balance, (select count(*) from bookings b join schedules s on s.id = b.schedule_id
         join events e on e.id = s.event_id
        where b.user_id = u.id and b.status = 'confirmed' and e.slug = 'the-lighthouse-keepers-song'
          and s.starts_at = (select min(starts_at) from schedules where event_id = e.id)) as seats
        from users u join point_accounts on user_id = u.id where email = 'fan1@rowlock.test'`);

    expect(fan?.balance).toBeGreaterThanOrEqual(1_000_000);
    expect(Number(fan?.seats)).toBe(0);
  });
});
