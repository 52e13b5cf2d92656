import { type Booking, createBooking } from "@/lib/bookings/create-booking";
import { findFirstAnswer } from "@/lib/bookings/find-first-answer";
import type { CreateBookingInput } from "@/lib/bookings/schema";
import type { Actor } from "@/lib/kernel/actor";
import { announce } from "@/lib/seats/availability";
import { findSeatsOnSale, type SeatOnSale } from "@/lib/seats/find-seats-on-sale";
import type { Services } from "@/lib/services";
import { rememberOwner } from "./booking-owners";
import { forgetHold, holdsAll } from "./own-holds";
import { withSeatLocks } from "./seat-lock";

type BookingServices = Pick<Services, "db" | "readDb" | "redis">;

/**
 * `createBooking` in the order that keeps a crowd off the database: one read that turns away whoever
 * cannot win → Redis lock → transaction → commit → the map is told → lock released. Whoever has just
 * held these seats through this process goes straight to the transaction. Promises and errors are
 * those of `createBooking`.
 */
export async function createBookingSafely(
  services: BookingServices,
  actor: Actor,
  input: CreateBookingInput,
): Promise<Booking> {
  const { scheduleId } = input;
  const seatIndexes = input.seats.map((seat) => seat.seatIndex);
  const isOwn = holdsAll({ userId: actor.userId, scheduleId, seatIndexes });
  const seats = isOwn ? [] : await findSeatsOrFirstAnswer(services, actor, input);
  if ("id" in seats) return seats;
  forgetHold(scheduleId, seatIndexes);
  const { changes: _, ...booking } = await withSeatLocks(
    services.redis,
    actor,
    { scheduleId, seats },
    () => createBooking(services.db, actor, input),
    ({ changes }) => announce(services.redis, scheduleId, changes),
  );
  rememberOwner(booking.id, { userId: actor.userId, scheduleId });
  return booking;
}

/** A repeat finds its seats sold or the sale closed, by its own success perhaps; then the first answer stands. */
async function findSeatsOrFirstAnswer(
  { db, readDb }: BookingServices,
  actor: Actor,
  input: CreateBookingInput,
): Promise<SeatOnSale[] | Booking> {
  const { scheduleId } = input;
  try {
    return await findSeatsOnSale(readDb, actor, { scheduleId, seatIndexes: input.seats.map((seat) => seat.seatIndex) });
  } catch (refusal) {
    const firstAnswer = await findFirstAnswer(db, actor, input);
    if (firstAnswer) return firstAnswer;
    throw refusal;
  }
}
