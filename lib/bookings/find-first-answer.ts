import { eq, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { prepared } from "@/lib/db/prepared";
import { bookings } from "@/lib/db/schema/bookings";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { type Booking, bookingColumns, readBookedSeats } from "./booking";
import type { CreateBookingInput } from "./schema";

/**
 * The booking that this very request has made before, as it is now, or `null` when its id is new.
 *
 * @throws AppError `id_reused` when the id belongs to another request or another person.
 */
export async function findFirstAnswer(db: Reader, actor: Actor, input: CreateBookingInput): Promise<Booking | null> {
  const [row] = await findById(db, { bookingId: input.bookingId });
  if (!row) return null;

  const { userId, ...found } = row;
  if (userId !== actor.userId) throw new AppError("id_reused");
  const seats = (await readBookedSeats(db, [found.id])).get(found.id) ?? [];
  const booking: Booking = { ...found, seats };
  if (bodyOf(booking) !== bodyOf(input)) throw new AppError("id_reused");
  return booking;
}

const findById = prepared<{ bookingId: string }, (Omit<Booking, "seats"> & { userId: string })[]>((build) =>
  build
    .select({ ...bookingColumns, userId: bookings.userId })
    .from(bookings)
    .where(eq(bookings.id, sql.placeholder("bookingId")))
    .prepare("find_first_answer"),
);

type Body = Pick<CreateBookingInput, "scheduleId" | "totalKrw" | "receiptMethod" | "seats">;

/** The parts of a request that make it the same request, whichever order its seats are named in. */
function bodyOf({ scheduleId, totalKrw, receiptMethod, seats }: Body): string {
  const lines = seats.map((seat) => `${seat.seatIndex}:${seat.grade}:${seat.priceKrw}`).sort();
  return [scheduleId, totalKrw, receiptMethod, ...lines].join("|");
}
