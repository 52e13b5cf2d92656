import { v7 as uuidv7 } from "uuid";
import type { Line, LineAnswer } from "@/bench/harness/line";
import type { Sale, SeatForSale } from "./world";

/** One fan, who they are to the API, and the seats they want. */
export type Buyer = { token: string; seats: readonly SeatForSale[] };

export type Step = "hold" | "book" | "pay";

/** The API refused, or did not answer as its document says. */
export class Refused extends Error {}

/**
 * What one fan sends, as a client written from the API's document would. `done` hears of each step as
 * it is answered.
 *
 * @throws Refused with step, status and code, at the first step that does not succeed.
 */
export async function buy(line: Line, sale: Sale, buyer: Buyer, last: Step, done: (step: Step) => void): Promise<void> {
  const ids = { event_id: sale.eventId, schedule_id: sale.scheduleId };
  const ask = async (step: Step, path: string, body: object) => {
    const answer = await line.post(`/api/v1${path}`, buyer.token, JSON.stringify(body));
    if (answer.status >= 300) throw new Refused(`${step}: ${answer.status} ${codeOf(answer)}`);
    done(step);
    return answer;
  };

  const names = buyer.seats.map(({ section, row, number }) => ({ section, row, number }));
  await ask("hold", "/seats/lock", { ...ids, seats: names });
  if (last === "hold") return;

  const total = buyer.seats.reduce((sum, seat) => sum + seat.price, 0);
  const seats = buyer.seats.map(({ section, ...seat }) => ({ ...seat, seat_section: section }));
  const order = { ...ids, seats, total_price: total, receipt_method: "mobile" };
  const booked = JSON.parse((await ask("book", "/bookings", order)).body) as { booking_id: string }[];
  const bookingId = booked[0]?.booking_id ?? "";
  if (last === "book") return;

  const payment = { payment_id: uuidv7(), expected_total: total, method: "points" };
  await ask("pay", `/bookings/${bookingId}/payment`, payment);
}

function codeOf({ body }: LineAnswer): string {
  try {
    return (JSON.parse(body) as { error: { code: string } }).error.code;
  } catch {
    return "not JSON";
  }
}
