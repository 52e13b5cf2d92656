import { z } from "zod";
import { holdSeatsSafely } from "@/lib/sales/hold";
import { holdBestAvailableSafely } from "@/lib/sales/hold-best-available";
import { holdGeneralSafely } from "@/lib/sales/hold-general";
import { releaseSeatsSafely } from "@/lib/sales/release";
import { readAvailability } from "@/lib/seats/availability";
import { HoldBestInput, HoldGeneralInput, HoldSeatsInput, ReleaseSeatsInput } from "@/lib/seats/schema";
import { defineEndpoint } from "./endpoint";
import { assertLetIn } from "./queue";

export const holdSeatsEndpoint = defineEndpoint({
  name: "seats.hold",
  who: "fan",
  input: HoldSeatsInput,
  run: async (actor, input, context) => {
    await assertLetIn(context, actor, input.scheduleId);
    return holdSeatsSafely(context.services, actor, input);
  },
});

export const holdBestEndpoint = defineEndpoint({
  name: "seats.hold_best",
  who: "fan",
  input: HoldBestInput,
  run: async (actor, input, context) => {
    await assertLetIn(context, actor, input.scheduleId);
    return holdBestAvailableSafely(context.services, actor, input);
  },
});

export const holdGeneralEndpoint = defineEndpoint({
  name: "seats.hold_general",
  who: "fan",
  input: HoldGeneralInput,
  run: async (actor, input, context) => {
    await assertLetIn(context, actor, input.scheduleId);
    return holdGeneralSafely(context.services, actor, input);
  },
});

export const releaseSeatsEndpoint = defineEndpoint({
  name: "seats.release",
  who: "fan",
  input: ReleaseSeatsInput,
  run: (actor, input, { services }) => releaseSeatsSafely(services, actor, input),
});

export const readAvailabilityEndpoint = defineEndpoint({
  name: "seats.availability",
  who: "anyone",
  input: z.object({ scheduleId: z.uuid() }),
  run: (_actor, { scheduleId }, { services }) => readAvailability(services, scheduleId),
});
