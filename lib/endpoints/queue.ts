import { z } from "zod";
import { hasBegun } from "@/lib/db/claim";
import type { Actor } from "@/lib/kernel/actor";
import { assertAdmitted, enterQueue, leaveQueue, lookAtQueue } from "@/lib/queue/waiting-room";
import { findHold } from "@/lib/seats/find-hold";
import { defineEndpoint, type RequestContext } from "./endpoint";

const OneSchedule = z.object({ scheduleId: z.uuid() });

export const enterQueueEndpoint = defineEndpoint({
  name: "queue.enter",
  who: "fan",
  input: OneSchedule,
  run: (actor, { scheduleId }, { services }) => enterQueue(services, actor, scheduleId),
});

export const lookAtQueueEndpoint = defineEndpoint({
  name: "queue.look",
  who: "fan",
  input: OneSchedule,
  run: (actor, { scheduleId }, { services }) => lookAtQueue(services, actor, scheduleId),
});

export const leaveQueueEndpoint = defineEndpoint({
  name: "queue.leave",
  who: "fan",
  input: OneSchedule,
  run: (actor, { scheduleId }, { services }) => leaveQueue(services, actor, scheduleId),
});

/** @throws AppError `queue_pass_required`, as `assertAdmitted`; never for a repeat that goes on with what has begun. */
export async function assertLetIn(
  { services, queuePassOf }: RequestContext,
  actor: Actor,
  scheduleId: string,
): Promise<void> {
  if (hasBegun(services.db)) return;
  await assertAdmitted(services, actor, { scheduleId, pass: queuePassOf(scheduleId) });
}

type Passage<T> = {
  scheduleId: string;
  /** What is to be booked. Who holds all of it was let in when they took it. */
  seatIndexes: readonly number[];
  work: () => Promise<T>;
  /** What the same request did before, if it did: its pass is given back by then, and it gets its answer all the same. */
  findEarlier: () => Promise<T | null>;
};

/**
 * Books for somebody who was let in, and takes the pass back once it is done. A pass that ends between
 * hold and booking costs nobody their seats.
 */
export async function withPassGivenBack<T>(
  context: RequestContext,
  actor: Actor,
  { scheduleId, seatIndexes, work, findEarlier }: Passage<T>,
): Promise<T> {
  try {
    await assertLetIn(context, actor, scheduleId);
  } catch (refusal) {
    const earlier = await findEarlier();
    if (earlier) return earlier;
    const hold = await findHold(context.services.db, actor, scheduleId);
    const held = hold?.seats.map((seat) => seat.seatIndex) ?? [];
    if (!seatIndexes.every((seatIndex) => held.includes(seatIndex))) throw refusal;
  }
  const done = await work();
  await leaveQueue(context.services, actor, scheduleId);
  return done;
}
