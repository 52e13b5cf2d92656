import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { readAvailability } from "@/lib/seats/availability";
import { type Choice, chooseBest } from "@/lib/seats/best-available";
import { largestBlock } from "@/lib/seats/best-available-blocks";
import type { Hold } from "@/lib/seats/hold-seats";
import { type ReadyHall, readHall } from "@/lib/seats/read-hall";
import type { HoldBestInput } from "@/lib/seats/schema";
import { SeatsTriedFor } from "@/lib/seats/seats-tried-for";
import type { Services } from "@/lib/services";
import { earlierHold, holdSeatsSafely } from "./hold";

/** The fan's whole hold, and which of its seats were chosen now. */
export type BestHold = Hold & {
  seatIndexes: number[];
  /** The party sits in two neighbouring rows, because no row had room for all. */
  isSplit: boolean;
};

type BestServices = Pick<Services, "db" | "readDb" | "redis">;
type Chance = { random: () => number; attemptsMax: number; tried: SeatsTriedFor };

const CHANCE: Chance = { random: Math.random, attemptsMax: 20, tried: new SeatsTriedFor() };
/** At first a choice may be 3% worse than the best; each lost attempt triples that, so that a crowd spreads out. */
const FIRST_SPREAD = 0.03;
const SPREAD_GROWTH = 3;
const PAUSE_MAX_MS = 100;

const NOTHING: ReadonlySet<number> = new Set();

/**
 * Chooses the best `input.count` seats that are free (see `chooseBest`) and holds them in one step.
 * When somebody else is quicker, it chooses others from what is free then, at most twenty times. What
 * was held before stays in the hold. Not safe to repeat blindly: each success adds seats.
 *
 * @throws AppError `no_seats_together` when no choice is left: `details.largest` is how many would be.
 * @throws AppError `busy` when others were quicker every time. Nothing is held; safe to retry.
 * @throws AppError as `holdSeats` does otherwise, `seat_unavailable` and `would_leave_orphan` excepted.
 */
export async function holdBestAvailableSafely(
  services: BestServices,
  actor: Actor,
  input: HoldBestInput,
  { random, attemptsMax, tried }: Chance = CHANCE,
): Promise<BestHold> {
  const earlier = earlierHold(services);
  if (earlier) return toBestHold(earlier.hold, earlier.seatIndexes);
  const { scheduleId, ...wish } = input;
  const hall = await readHall(services.readDb, scheduleId);
  let lost = NOTHING;
  const lostOrTried = { has: (seat: number) => lost.has(seat) || tried.has(scheduleId, seat) };
  let spread = FIRST_SPREAD;
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    const { statuses } = await readAvailability(services, scheduleId);
    const options = { random, spread, leavesNoOrphans: hall.leavesNoOrphans };
    const choice =
      chooseBest(hall, { statuses, excluded: lostOrTried }, wish, options) ??
      chooseBest(hall, { statuses, excluded: lost }, wish, options);
    if (!choice && lost.size === 0) throw nothingTogether(hall, statuses, wish);
    if (!choice) {
      // Only seats lost before are left: whoever was quicker has them soon, or leaves them.
      lost = NOTHING;
      await sleep(random() * PAUSE_MAX_MS);
      continue;
    }
    const outcome = await tried.during(scheduleId, choice.seatIndexes, () =>
      tryToHold(services, actor, scheduleId, choice),
    );
    if ("hold" in outcome) return toBestHold(outcome.hold, choice.seatIndexes);
    lost = new Set([...lost, ...outcome.lost]);
    spread *= SPREAD_GROWTH;
  }
  throw new AppError("busy");
}

function toBestHold(hold: Hold, seatIndexes: number[]): BestHold {
  const chosen = hold.seats.filter((seat) => seatIndexes.includes(seat.seatIndex));
  return { ...hold, seatIndexes, isSplit: new Set(chosen.map((seat) => seat.rowLabel)).size > 1 };
}

async function tryToHold(
  services: BestServices,
  actor: Actor,
  scheduleId: string,
  { seatIndexes }: Choice,
): Promise<{ hold: Hold } | { lost: readonly number[] }> {
  try {
    return { hold: await holdSeatsSafely(services, actor, { scheduleId, seatIndexes }) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "would_leave_orphan") return { lost: seatIndexes };
    if (error.code !== "seat_unavailable") throw error;
    const { seatIndexes: taken } = error.details;
    return { lost: Array.isArray(taken) ? taken : seatIndexes };
  }
}

function nothingTogether(hall: ReadyHall, statuses: string, wish: Omit<HoldBestInput, "scheduleId">): AppError {
  return new AppError("no_seats_together", { largest: largestBlock(hall, { statuses, excluded: NOTHING }, wish) });
}
