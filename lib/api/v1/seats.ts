import { z } from "zod";
import { bytesRoute } from "@/lib/api/bytes-route";
import { jsonRoute } from "@/lib/api/json-route";
import { streamRoute } from "@/lib/api/stream-route";
import { lockSeatsEndpoint, unlockSeatsEndpoint } from "@/lib/endpoints/api-v1";
import { toBestWire, toHoldWire } from "@/lib/endpoints/hold-wire";
import { watchSeatsEndpoint } from "@/lib/endpoints/live-seats";
import { readGeometryEndpoint } from "@/lib/endpoints/plans";
import { holdBestEndpoint, holdGeneralEndpoint, readAvailabilityEndpoint } from "@/lib/endpoints/seats";
import { packAvailability } from "@/lib/seats/availability-wire";
import { HoldBestInput, HoldGeneralInput } from "@/lib/seats/schema";
import { Grade, Id, Instant, Krw, SeatName } from "./shapes";

const SaleErrors = [
  "not_found",
  "seat_limit_exceeded",
  "sales_not_open",
  "sales_closed",
  "queue_pass_required",
] as const;
const TicketId = z.int().describe("Names one seat of one schedule for ever");

const HeldSeat = SeatName.extend({ grade: Grade, price: Krw, ticket_id: TicketId }).meta({ id: "HeldSeat" });
const HeldSeats = { held_seats: z.array(HeldSeat).describe("All that you hold in this schedule"), expires_at: Instant };

const { count, grade, priceKrwMin, priceKrwMax } = HoldBestInput.shape;
const HoldBestWire = z
  .object({ schedule_id: Id, count, grade, price_min: priceKrwMin, price_max: priceKrwMax })
  .extend({
    accessible: z.boolean().default(false).describe("Wheelchair places and the seats beside them, and only those"),
  })
  .refine(({ price_min = 0, price_max = price_min }) => price_min <= price_max, {
    error: "No price lies in this range",
    path: ["price_max"],
  })
  .transform(({ schedule_id, accessible, price_min, price_max, ...wish }) => ({
    ...{ ...wish, scheduleId: schedule_id, isAccessible: accessible },
    ...{ priceKrwMin: price_min, priceKrwMax: price_max },
  }));

const ScheduleWire = z.object({ schedule_id: Id }).transform(({ schedule_id }) => ({ scheduleId: schedule_id }));

export const seatRoutes = [
  jsonRoute({
    ...{ method: "POST", path: "/seats/lock", id: "lockSeats", scope: "buy" },
    summary: "Hold seats by name, all or none",
    description:
      "A section may be left out where row and number alone name one seat. Seats that you hold already stay yours, for longer.",
    endpoint: lockSeatsEndpoint,
    output: z.object({
      success: z.literal(true),
      message: z.string(),
      locked_seats: z.array(SeatName.extend({ ticket_id: TicketId })),
      expires_at: Instant,
    }),
    present: ({ expires_at, ...locked }) => ({ ...locked, expires_at: expires_at.toISOString() }),
    errors: ["seat_unavailable", "would_leave_orphan", ...SaleErrors],
  }),
  jsonRoute({
    ...{ method: "DELETE", path: "/seats/lock", id: "unlockSeats", scope: "buy" },
    summary: "Release all that you hold in a schedule",
    endpoint: unlockSeatsEndpoint,
    output: z.object({ success: z.literal(true), released_seats: z.array(SeatName) }),
    present: (released) => released,
  }),
  jsonRoute({
    ...{ method: "POST", path: "/schedules/{schedule_id}/best-available", id: "holdBestAvailable", scope: "buy" },
    summary: "Choose the best seats together and hold them",
    endpoint: holdBestEndpoint,
    input: HoldBestWire,
    output: z.object({
      chosen_seats: z.array(HeldSeat).describe("Those chosen now"),
      is_split: z.boolean().describe("The party sits in two neighbouring rows"),
      ...HeldSeats,
    }),
    present: toBestWire,
    errors: ["no_seats_together", ...SaleErrors],
  }),
  jsonRoute({
    ...{ method: "POST", path: "/schedules/{schedule_id}/general-admission", id: "holdGeneralAdmission", scope: "buy" },
    summary: "Hold so many places of a standing area in all",
    endpoint: holdGeneralEndpoint,
    input: z
      .object({ schedule_id: Id, area: HoldGeneralInput.shape.area, count: HoldGeneralInput.shape.count })
      .transform(({ schedule_id, ...wish }) => ({ ...wish, scheduleId: schedule_id })),
    output: z.object(HeldSeats),
    present: toHoldWire,
    errors: ["seat_unavailable", "no_seats_together", ...SaleErrors],
  }),
  jsonRoute({
    ...{ method: "GET", path: "/schedules/{schedule_id}/availability", id: "readAvailability" },
    summary: "The state of every seat, two bits each",
    description:
      "seats is base64 of two bits for each seat, in the order of the plan: 0 available, 1 held, 2 sold, 3 blocked. Send the ETag back as If-None-Match and get 304 while nothing has changed.",
    endpoint: readAvailabilityEndpoint,
    input: ScheduleWire,
    output: z.object({
      schedule_id: Id,
      version: z.string(),
      as_of: Instant,
      seat_count: z.int().min(0),
      seats: z.base64(),
    }),
    present: packAvailability,
    version: (availability) => availability.version,
    errors: ["not_found"],
  }),
  streamRoute({
    ...{ method: "GET", path: "/schedules/{schedule_id}/availability/stream", id: "watchAvailability" },
    summary: "Changes of seats as they happen, as server-sent events",
    description:
      "snapshot and delta carry the version in their id; beat comes every 15 seconds; stale and fresh say when the server cannot tell of changes, and when it can again. Nothing for 40 seconds: open it anew.",
    endpoint: watchSeatsEndpoint,
    input: z
      .object({
        schedule_id: Id,
        version: z.string().max(100).optional(),
        last_event_id: z.string().max(100).optional(),
      })
      .transform(({ schedule_id, last_event_id, version }) => ({
        ...{ scheduleId: schedule_id, version, lastEventId: last_event_id },
      })),
    errors: ["not_found", "busy"],
  }),
  bytesRoute({
    ...{ method: "GET", path: "/plans/{plan_id}/geometry/{hash}", id: "readGeometry" },
    summary: "Where the seats of a hall are; never changes under its address",
    description: "With .gz after the hash it is the same as a gzip file.",
    endpoint: readGeometryEndpoint,
    contentTypes: ["application/json", "application/gzip"],
    input: z
      .object({ plan_id: Id, hash: readGeometryEndpoint.input.shape.hash })
      .transform(({ plan_id, hash }) => ({ planId: plan_id, hash })),
    errors: ["not_found"],
  }),
];
