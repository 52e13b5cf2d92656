import { z } from "zod";
import { listEvents, listSchedules } from "@/lib/catalog/queries";
import { EVENT_CATEGORIES } from "@/lib/kernel/event-category";
import { defineEndpoint } from "./endpoint";

const QUERY_LENGTH_MAX = 100;

export const listEventsEndpoint = defineEndpoint({
  name: "events.list",
  who: "anyone",
  input: z.object({
    query: z.string().max(QUERY_LENGTH_MAX).optional().describe("Words of title, summary or hall, in either language"),
    category: z.enum(EVENT_CATEGORIES).optional(),
    from: z.iso.date().optional().describe("First day, on the venue's calendar"),
    to: z.iso.date().optional().describe("Last day, on the venue's calendar"),
  }),
  run: (_actor, filter, { services }) => listEvents(services.readDb, filter),
});

export const listSchedulesEndpoint = defineEndpoint({
  name: "events.schedules",
  who: "anyone",
  input: z.object({ eventId: z.uuid() }),
  run: (_actor, { eventId }, { services }) => listSchedules(services.readDb, eventId),
});
