import { z } from "zod";
import { jsonRoute } from "@/lib/api/json-route";
import { chargePointsByNameEndpoint } from "@/lib/endpoints/api-v1";
import { findBalanceEndpoint, listPointHistoryEndpoint } from "@/lib/endpoints/points";
import { ListPointHistoryInput } from "@/lib/points/schema";
import { Id, Instant } from "./shapes";

const Points = z.int().min(0);
const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional();
const asSent = (moment: string | undefined): unknown => moment;
const { type, from, to, cursor, limit } = ListPointHistoryInput.shape;
const HistoryWire = z.object({
  ...{ type, cursor, limit },
  from: Moment.transform(asSent).pipe(from).describe("A day or a moment; counts"),
  to: Moment.transform(asSent).pipe(to).describe("A day or a moment; does not count"),
});
const EntryType = z.enum(["charge", "use", "refund", "adjust"]);

const Entry = z
  .object({
    id: z.int(),
    type: EntryType,
    amount: z.int().describe("Signed"),
    balance_after: Points,
    booking_id: Id.nullable(),
    booking_number: z.string().nullable(),
    created_at: Instant,
  })
  .meta({ id: "PointEntry" });

export const pointRoutes = [
  jsonRoute({
    ...{ method: "GET", path: "/points", id: "findBalance" },
    summary: "Your balance",
    endpoint: findBalanceEndpoint,
    output: z.object({ balance: Points }),
    present: (balance) => ({ balance }),
  }),
  jsonRoute({
    ...{ method: "POST", path: "/points/charges", id: "chargePoints", scope: "points" },
    status: 201,
    summary: "Buy points by card",
    endpoint: chargePointsByNameEndpoint,
    output: z.object({
      status: z.enum(["succeeded", "processing"]),
      charge_id: Id,
      balance: Points.describe("After the charge"),
    }),
    present: ({ status, chargeId, balance }) => ({ status, charge_id: chargeId, balance }),
    errors: ["point_limit_exceeded", "card_declined", "gateway_unavailable", "id_reused", "payment_refunded"],
  }),
  jsonRoute({
    ...{ method: "GET", path: "/points/history", id: "listPointHistory" },
    summary: "Your point history, newest first",
    endpoint: listPointHistoryEndpoint,
    input: HistoryWire,
    output: z.object({
      items: z.array(Entry),
      next_cursor: z.string().nullable(),
    }),
    present: ({ items, nextCursor }) => ({
      items: items.map(({ id, type, amount, balanceAfter, bookingId, bookingNumber, createdAt }) => ({
        ...{ id, type, amount, balance_after: balanceAfter, booking_id: bookingId, booking_number: bookingNumber },
        created_at: createdAt.toISOString(),
      })),
      next_cursor: nextCursor,
    }),
  }),
];
