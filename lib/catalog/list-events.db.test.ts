import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type EventCategory, events, grades, plans, schedules, venues } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { testDatabase } from "@/lib/testing/database";
import { aFan, aSchedule } from "@/lib/testing/world";
import { findSchedule, listEvents } from "./queries";

const db = testDatabase();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
/** A word that no other event has, so that tests do not see each other's. */
const aWord = () => `w${randomUUID().replaceAll("-", "")}`;

type EventText = Partial<{
  titleKo: string;
  titleEn: string;
  summaryKo: string;
  category: EventCategory;
  status: "draft" | "archived";
}>;

async function anEvent(text: EventText = {}, options: Parameters<typeof aSchedule>[1] = {}) {
  const schedule = await aSchedule(db, { seatCount: 2, ...options });
  if (Object.keys(text).length > 0) await db.update(events).set(text).where(eq(events.id, schedule.eventId));
  return schedule;
}

/** A second schedule of the same event, in the same or another's hall. */
async function addSchedule(eventId: string, options: Parameters<typeof aSchedule>[1] = {}) {
  const other = await aSchedule(db, { seatCount: 2, ...options });
  await db.update(schedules).set({ eventId }).where(eq(schedules.id, other.scheduleId));
  return other;
}

const sellOut = (...scheduleIds: string[]) =>
  db.update(tickets).set({ status: "blocked" }).where(inArray(tickets.scheduleId, scheduleIds));

describe("listEvents, searched", () => {
  it("finds words of the Korean and of the English title, whatever their case", async () => {
    const word = aWord();
    const { eventId } = await anEvent({ titleKo: `${word} 달의 뒷면`, titleEn: `The Far Side ${word.toUpperCase()}` });

    for (const query of [word, `${word} 뒷면`, `far ${word}`, `SIDE ${word.toUpperCase()}`]) {
      expect((await listEvents(db, { query })).map((card) => card.id)).toEqual([eventId]);
    }
    expect(await listEvents(db, { query: `${word} 앞면` })).toEqual([]);
  });

  it("does not mind where Korean words are parted", async () => {
    const word = aWord();
    const { eventId } = await anEvent({ titleKo: `${word} 달의 뒷면` });

    expect((await listEvents(db, { query: `${word}달의뒷면` })).map((card) => card.id)).toEqual([eventId]);
  });

  it("finds the hall, and text typed as separate letters", async () => {
    const word = aWord();
    const { eventId } = await anEvent({ titleKo: word });

    expect((await listEvents(db, { query: `${word} ${"시험 극장".normalize("NFD")}` })).map((card) => card.id)).toEqual(
      [eventId],
    );
  });

  it("takes %, _ and backslash for what they are", async () => {
    const word = aWord();
    await anEvent({ titleKo: `${word} 백` });
    const { eventId } = await anEvent({ titleKo: `${word} 100%_\\` });

    expect((await listEvents(db, { query: `${word} %` })).map((card) => card.id)).toEqual([eventId]);
    expect((await listEvents(db, { query: `${word} _\\` })).map((card) => card.id)).toEqual([eventId]);
  });
});

describe("listEvents, filtered", () => {
  it("keeps to one category", async () => {
    const word = aWord();
    const { eventId } = await anEvent({ titleKo: word, category: "comedy" });
    await anEvent({ titleKo: word, category: "play" });

    expect((await listEvents(db, { query: word, category: "comedy" })).map((card) => card.id)).toEqual([eventId]);
  });

  it("reads dates on the calendar of the venue, both days included", async () => {
    const word = aWord();
    // 00:30 on the 24th in Seoul is still the 23rd in London.
    const startsAt = new Date("2031-12-23T15:30:00Z");
    const { eventId } = await anEvent({ titleKo: word }, { startsAt, salesCloseAt: startsAt });
    const found = async (from?: string, to?: string) =>
      (await listEvents(db, { query: word, from, to })).map((c) => c.id);

    expect(await found("2031-12-24", "2031-12-24")).toEqual([eventId]);
    expect(await found(undefined, "2031-12-23")).toEqual([]);
    expect(await found("2031-12-25")).toEqual([]);

    await db
      .update(venues)
      .set({ timeZone: "Europe/London" })
      .where(inArray(venues.id, await venueIdsOf(eventId)));
    expect(await found("2031-12-23", "2031-12-23")).toEqual([eventId]);
    expect(await found("2031-12-24")).toEqual([]);
  });

  it.each(["2031-02-30", "tomorrow", "2031-1-1", "0000-00-00"])("lets %j be no bound", async (day) => {
    const word = aWord();
    await anEvent({ titleKo: word });

    expect(await listEvents(db, { query: word, from: day, to: day })).toHaveLength(1);
  });

  it("shows only what is published", async () => {
    const word = aWord();
    await anEvent({ titleKo: word, status: "draft" });
    await anEvent({ titleKo: word, status: "archived" });
    const { scheduleId } = await anEvent({ titleKo: word });
    await db.update(schedules).set({ status: "draft" }).where(eq(schedules.id, scheduleId));

    expect(await listEvents(db, { query: word })).toEqual([]);
  });
});

async function venueIdsOf(eventId: string): Promise<string[]> {
  const rows = await db
    .select({ venueId: plans.venueId })
    .from(schedules)
    .innerJoin(plans, eq(plans.id, schedules.planId))
    .where(eq(schedules.eventId, eventId));
  return rows.map((row) => row.venueId);
}

describe("listEvents, the card", () => {
  it("spans all schedules, from the cheapest grade", async () => {
    const word = aWord();
    const first = await anEvent({ titleKo: word }, { startsAt: inDays(10), priceKrw: 99_000 });
    const last = await addSchedule(first.eventId, { startsAt: inDays(20), priceKrw: 77_000 });
    await db.insert(grades).values({ scheduleId: last.scheduleId, code: "VIP", priceKrw: 165_000 });

    const [card, ...rest] = await listEvents(db, { query: word });

    expect(rest).toEqual([]);
    expect(card).toMatchObject({ titleKo: word, priceFromKrw: 77_000, saleState: "on_sale" });
    expect(card?.venue).toEqual({ nameKo: "시험 극장", nameEn: "Test Hall", timeZone: "Asia/Seoul" });
    expect(card?.firstStartsAt).toEqual((await findSchedule(db, first.scheduleId))?.startsAt);
    expect(card?.lastStartsAt).toEqual((await findSchedule(db, last.scheduleId))?.startsAt);
  });

  const stateOf = async (word: string) => (await listEvents(db, { query: word }))[0]?.saleState;

  it("is on sale while one schedule has a seat that is free or may come back", async () => {
    const word = aWord();
    const { eventId, scheduleId } = await anEvent({ titleKo: word });
    const soldOut = await addSchedule(eventId);
    await sellOut(soldOut.scheduleId);
    expect(await stateOf(word)).toBe("on_sale");

    const { userId } = await aFan(db);
    const held = { status: "held" as const, heldBy: userId, holdToken: 1, heldSince: new Date(), heldUntil: inDays(1) };
    await db.update(tickets).set(held).where(eq(tickets.scheduleId, scheduleId));
    expect(await stateOf(word)).toBe("on_sale");
  });

  it("opens soon when the next chance is an opening still ahead", async () => {
    const word = aWord();
    const salesOpenAt = inDays(3);
    const { eventId } = await anEvent(
      { titleKo: word },
      { startsAt: inDays(10), salesOpenAt, salesCloseAt: inDays(9) },
    );
    const soldOut = await addSchedule(eventId);
    await sellOut(soldOut.scheduleId);

    const [card] = await listEvents(db, { query: word });
    expect(card).toMatchObject({ saleState: "opening_soon", salesOpenAt });
  });

  it("is sold out when no schedule has a seat left", async () => {
    const word = aWord();
    const { eventId, scheduleId } = await anEvent({ titleKo: word });
    const second = await addSchedule(eventId);
    await sellOut(scheduleId, second.scheduleId);

    expect(await stateOf(word)).toBe("sold_out");
  });

  it("is past when every schedule is over, or nothing more will be sold", async () => {
    const word = aWord();
    const over = { startsAt: inDays(-2), salesOpenAt: inDays(-9), salesCloseAt: inDays(-3) };
    const { eventId } = await anEvent({ titleKo: word }, over);
    expect(await stateOf(word)).toBe("past");

    await addSchedule(eventId, { startsAt: inDays(1), salesOpenAt: inDays(-9), salesCloseAt: inDays(-1) });
    expect(await stateOf(word)).toBe("past");
  });

  it("puts what can be bought first and what is over last, the soonest first", async () => {
    const word = aWord();
    const over = await anEvent(
      { titleKo: word },
      { startsAt: inDays(-2), salesOpenAt: inDays(-9), salesCloseAt: inDays(-3) },
    );
    const soldOut = await anEvent({ titleKo: word }, { startsAt: inDays(2) });
    await sellOut(soldOut.scheduleId);
    const opening = await anEvent(
      { titleKo: word },
      { startsAt: inDays(5), salesOpenAt: inDays(1), salesCloseAt: inDays(4) },
    );
    const later = await anEvent({ titleKo: word }, { startsAt: inDays(30) });
    const sooner = await anEvent({ titleKo: word }, { startsAt: inDays(3) });

    const cards = await listEvents(db, { query: word });

    expect(cards.map((card) => card.id)).toEqual([sooner, later, opening, soldOut, over].map((s) => s.eventId));
  });
});
