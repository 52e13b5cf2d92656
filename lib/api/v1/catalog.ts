import { z } from "zod";
import { jsonRoute } from "@/lib/api/json-route";
import type { EventCard, EventSchedule } from "@/lib/catalog/queries";
import { listTicketsEndpoint } from "@/lib/endpoints/api-v1";
import { listEventsEndpoint, listSchedulesEndpoint } from "@/lib/endpoints/catalog";
import { Category, Grade, Id, Instant, Krw, SeatName, Text, textOf } from "./shapes";

const TicketState = z.enum(["available", "held", "sold", "blocked"]);

const Event = z
  .object({
    id: Id,
    slug: z.string(),
    title: Text,
    summary: Text,
    category: Category,
    age_min: z.int(),
    running_minutes: z.int(),
    venue: z.object({ name: Text, time_zone: z.string() }),
    first_starts_at: Instant,
    last_starts_at: Instant,
    price_from: Krw,
    sale_state: z.enum(["on_sale", "opening_soon", "sold_out", "past"]),
    sales_open_at: Instant,
  })
  .meta({ id: "Event" });

const toEventWire = (event: EventCard) => ({
  ...{ id: event.id, slug: event.slug, category: event.category },
  title: textOf(event.titleKo, event.titleEn),
  summary: textOf(event.summaryKo, event.summaryEn),
  ...{ age_min: event.ageMin, running_minutes: event.runningMinutes },
  venue: { name: textOf(event.venue.nameKo, event.venue.nameEn), time_zone: event.venue.timeZone },
  first_starts_at: event.firstStartsAt.toISOString(),
  last_starts_at: event.lastStartsAt.toISOString(),
  ...{ price_from: event.priceFromKrw, sale_state: event.saleState },
  sales_open_at: event.salesOpenAt.toISOString(),
});

const Schedule = z
  .object({
    id: Id,
    starts_at: Instant,
    sales_open_at: Instant,
    sales_close_at: Instant,
    status: z.enum(["published", "cancelled"]),
    venue: z.object({ name: Text, address: Text, time_zone: z.string() }),
    grades: z.array(z.object({ code: Grade, price: Krw })).describe("Dearest first"),
    seat_count: z.int(),
  })
  .meta({ id: "Schedule" });

const Ticket = z
  .object({
    id: z.int(),
    seat_section: z.string(),
    row: SeatName.shape.row,
    number: SeatName.shape.number,
    grade: Grade,
    price: Krw,
    status: TicketState,
  })
  .meta({ id: "Ticket" });

const toScheduleWire = (schedule: EventSchedule) => ({
  id: schedule.id,
  starts_at: schedule.startsAt.toISOString(),
  sales_open_at: schedule.salesOpenAt.toISOString(),
  sales_close_at: schedule.salesCloseAt.toISOString(),
  status: schedule.status,
  venue: {
    name: textOf(schedule.venue.nameKo, schedule.venue.nameEn),
    address: textOf(schedule.venue.addressKo, schedule.venue.addressEn),
    time_zone: schedule.venue.timeZone,
  },
  grades: schedule.grades.map(({ code, priceKrw }) => ({ code, price: priceKrw })),
  seat_count: schedule.seatsTotal,
});

export const catalogRoutes = [
  jsonRoute({
    ...{ method: "GET", path: "/events", id: "listEvents" },
    summary: "What is on: what can be bought first, then what opens soonest",
    endpoint: listEventsEndpoint,
    output: z.object({ items: z.array(Event) }),
    present: (events) => ({ items: events.map(toEventWire) }),
  }),
  jsonRoute({
    ...{ method: "GET", path: "/events/{event_id}/schedules", id: "listSchedules" },
    summary: "The schedules of an event in time order",
    endpoint: listSchedulesEndpoint,
    input: z.object({ event_id: Id }).transform(({ event_id }) => ({ eventId: event_id })),
    output: z.object({ items: z.array(Schedule) }),
    present: (schedules) => ({ items: schedules.map(toScheduleWire) }),
    errors: ["not_found"],
  }),
  jsonRoute({
    ...{ method: "GET", path: "/events/{event_id}/tickets", id: "listTickets" },
    summary: "The seats of a schedule and what can be had",
    endpoint: listTicketsEndpoint,
    output: z.object({
      items: z.array(Ticket),
      next_cursor: z.string().nullable(),
    }),
    present: (page) => page,
    errors: ["not_found"],
  }),
];
