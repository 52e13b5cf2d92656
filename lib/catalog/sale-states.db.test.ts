import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { testDatabase } from "@/lib/testing/database";
import { aSchedule } from "@/lib/testing/world";
import { listEvents } from "./queries";
import { listSaleStates } from "./sale-states";

const db = testDatabase();

describe("listSaleStates", () => {
  it("says what the list says of the sale, in the list's order, once the last seat is gone too", async () => {
    const word = `w${randomUUID().replaceAll("-", "")}`;
    const [selling, soldOut] = [await aSchedule(db, { seatCount: 2 }), await aSchedule(db, { seatCount: 2 })];
    for (const { eventId } of [selling, soldOut]) {
      await db.update(events).set({ titleKo: word }).where(eq(events.id, eventId));
    }
    await db.update(tickets).set({ status: "blocked" }).where(eq(tickets.scheduleId, soldOut.scheduleId));

    const states = await listSaleStates(db, { query: word });

    const cards = await listEvents(db, { query: word });
    expect(states).toEqual(cards.map(({ id, saleState, salesOpenAt }) => ({ id, saleState, salesOpenAt })));
    expect(states.map((state) => state.saleState)).toEqual(["on_sale", "sold_out"]);
  });
});
