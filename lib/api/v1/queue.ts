import { z } from "zod";
import { jsonRoute } from "@/lib/api/json-route";
import { queuePassCookie } from "@/lib/api/queue-pass";
import { enterQueueEndpoint, leaveQueueEndpoint, lookAtQueueEndpoint } from "@/lib/endpoints/queue";
import type { QueuePlace } from "@/lib/queue/waiting-room";
import { Id, Instant } from "./shapes";

const People = z.int().min(0).nullable();

const Place = z.discriminatedUnion("state", [
  z.object({ state: z.literal("not_needed").describe("The schedule has no waiting room") }),
  z.object({
    state: z.literal("admitted"),
    pass: z.string().describe("Send it as the Queue-Pass header when you hold and book"),
    pass_ends_at: Instant,
  }),
  z.object({
    state: z.literal("waiting"),
    ahead: People.describe("Before you; null before the opening, and while nobody can count"),
    waiting: People.describe("In the line in all"),
    wait_seconds: People.describe("A guess"),
    opens_at: Instant,
    is_paused: z.boolean(),
    is_live: z.boolean().describe("False while the line cannot be read; places in it are kept"),
  }),
  z.object({ state: z.literal("outside"), opens_at: Instant, is_paused: z.boolean() }),
]);

function toPlaceWire(place: QueuePlace): z.input<typeof Place> {
  switch (place.state) {
    case "not_needed":
      return place;
    case "admitted":
      return { state: "admitted", pass: place.pass, pass_ends_at: place.passEndsAt.toISOString() };
    case "outside":
      return { state: "outside", opens_at: place.opensAt.toISOString(), is_paused: place.isPaused };
    case "waiting":
      return {
        ...{ state: "waiting", ahead: place.ahead, waiting: place.waiting, wait_seconds: place.waitSeconds },
        ...{ opens_at: place.opensAt.toISOString(), is_paused: place.isPaused, is_live: place.isLive },
      };
  }
}

const input = z.object({ schedule_id: Id }).transform(({ schedule_id }) => ({ scheduleId: schedule_id }));
const path = "/schedules/{schedule_id}/queue";
const cookie = (place: QueuePlace) => (place.state === "admitted" ? queuePassCookie(place) : null);

export const queueRoutes = [
  jsonRoute({
    // Its answer is how the line stands now, and may hold a pass.
    ...{ method: "POST", path, id: "enterQueue", scope: "buy", input, cookie, isSecret: true },
    summary: "Take a place in the line, or hear how it stands; come again every few seconds",
    endpoint: enterQueueEndpoint,
    output: Place,
    present: toPlaceWire,
  }),
  jsonRoute({
    ...{ method: "GET", path, id: "lookAtQueue", input, cookie },
    summary: "How your place in the line stands; takes none",
    endpoint: lookAtQueueEndpoint,
    output: Place,
    present: toPlaceWire,
  }),
  jsonRoute({
    ...{ method: "DELETE", path, id: "leaveQueue", scope: "buy", input },
    summary: "Give up your place, or your pass",
    endpoint: leaveQueueEndpoint,
    output: z.object({ left: z.literal(true) }),
    present: () => ({ left: true as const }),
  }),
];
