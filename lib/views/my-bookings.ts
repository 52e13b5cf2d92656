import "server-only";
import { currentActor } from "@/lib/auth/session";
import { type BookingDetail, type BookingPage, findBooking, listBookings } from "@/lib/bookings/queries";
import type { ListBookingsInput } from "@/lib/bookings/schema";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { findBalance, listPointHistory, type PointHistoryPage } from "@/lib/points/queries";
import type { ListPointHistoryInput } from "@/lib/points/schema";
import { services } from "@/lib/runtime/services";
import { readSafely } from "./read-safely";

/**
 * A person's own pages. Nothing here is cached, and all of it is read from the database that was
 * written to, so that a fan sees what they just did. Each throws AppError `unauthenticated` without
 * a session.
 */
export async function readMyBookings(input: ListBookingsInput): Promise<BookingPage> {
  const actor = await signedIn();
  return readSafely("bookings", () => listBookings(services().db, actor, input));
}

/** One booking of the reader, or `null` when there is none of that id or it is somebody else's. */
export async function readMyBooking(bookingId: string): Promise<BookingDetail | null> {
  const actor = await signedIn();
  return readSafely("booking", () => orNull(findBooking(services().db, actor, bookingId)));
}

/** A booking to pay, and the points there are to pay it with. */
export async function readCheckout(bookingId: string): Promise<{ booking: BookingDetail; balance: number } | null> {
  const actor = await signedIn();
  const { db } = services();
  return readSafely("checkout", async () => {
    const [booking, balance] = await Promise.all([orNull(findBooking(db, actor, bookingId)), findBalance(db, actor)]);
    return booking && { booking, balance };
  });
}

/** The reader's balance and one page of its history. */
export async function readMyPoints(
  input: ListPointHistoryInput,
): Promise<{ balance: number; history: PointHistoryPage }> {
  const actor = await signedIn();
  const { db } = services();
  return readSafely("points", async () => {
    const [balance, history] = await Promise.all([findBalance(db, actor), listPointHistory(db, actor, input)]);
    return { balance, history };
  });
}

async function signedIn(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) throw new AppError("unauthenticated");
  return actor;
}

async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
