import { z } from "zod";
import { liveHub } from "@/lib/runtime/live-hub";
import { defineEndpoint } from "./endpoint";

const VERSION_LENGTH_MAX = 100;
const Version = z.string().max(VERSION_LENGTH_MAX).optional();

/** What was heard on an earlier connection is newer than what the page was made with. */
export const watchSeatsEndpoint = defineEndpoint({
  name: "seats.watch",
  who: "anyone",
  input: z.object({ scheduleId: z.uuid(), version: Version, lastEventId: Version }),
  run: (_actor, { scheduleId, version, lastEventId }) => liveHub().watch(scheduleId, lastEventId || version || null),
});
