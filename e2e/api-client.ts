import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";
import type { Show, ShowSeat } from "./world";

/** The public API as its clients speak it: seats by name, never by index. */
export const lockBody = (show: Show, ...seatIndexes: number[]) => ({
  event_id: show.eventId,
  schedule_id: show.scheduleId,
  seats: seatIndexes.map((seatIndex) => {
    const { section, rowLabel, seatNumber } = seatOf(show, seatIndex);
    return { section, row: `${rowLabel}열`, number: Number(seatNumber) };
  }),
});

export const bookingBody = (show: Show, ...seatIndexes: number[]) => {
  const seats = seatIndexes.map((seatIndex) => seatOf(show, seatIndex));
  return {
    event_id: show.eventId,
    schedule_id: show.scheduleId,
    seats: seats.map(({ section, rowLabel, seatNumber, grade, priceKrw }) => ({
      row: rowLabel,
      number: Number(seatNumber),
      grade,
      price: priceKrw,
      seat_section: section,
    })),
    total_price: seats.reduce((total, seat) => total + seat.priceKrw, 0),
    receipt_method: "mobile",
  };
};

export const paymentBody = (totalKrw: number) => ({
  payment_id: randomUUID(),
  expected_total: totalKrw,
  method: "points",
});

export const lockSeats = (api: APIRequestContext, show: Show, ...seatIndexes: number[]) =>
  api.post("/api/v1/seats/lock", { data: lockBody(show, ...seatIndexes) });

export const bookSeats = (api: APIRequestContext, show: Show, ...seatIndexes: number[]) =>
  api.post("/api/v1/bookings", { data: bookingBody(show, ...seatIndexes) });

/** A booking that waits for its payment. @returns its id. */
export async function aPendingBooking(api: APIRequestContext, show: Show, ...seatIndexes: number[]): Promise<string> {
  const answer = await bookSeats(api, show, ...seatIndexes);
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json())[0].booking_id;
}

/** A booking that is paid with points. @returns its id. */
export async function aPaidBooking(api: APIRequestContext, show: Show, ...seatIndexes: number[]): Promise<string> {
  const bookingId = await aPendingBooking(api, show, ...seatIndexes);
  const data = paymentBody(bookingBody(show, ...seatIndexes).total_price);
  const answer = await api.post(`/api/v1/bookings/${bookingId}/payment`, { data });
  expect(answer.status(), await answer.text()).toBe(200);
  return bookingId;
}

function seatOf(show: Show, seatIndex: number): ShowSeat {
  const seat = show.seats[seatIndex];
  if (!seat) throw new Error(`The hall has no seat ${seatIndex}`);
  return seat;
}
