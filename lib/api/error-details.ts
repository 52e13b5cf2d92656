import { z } from "zod";
import type { ErrorCode, ErrorDetails } from "@/lib/kernel/errors";

const Seats = z
  .array(
    z.object({
      section: z.string().optional(),
      row: z.string().nullable(),
      number: z.union([z.int(), z.string()]),
      grade: z.enum(["VIP", "R", "S", "A"]).optional().describe("Where the price has changed: the seat's grade"),
      price: z.int().optional().describe("Where the price has changed: what it is now, in won"),
    }),
  )
  .optional()
  .describe("The seats that this is about");

const Fields = z
  .record(z.string(), z.array(z.string()))
  .optional()
  .describe("What is wrong with which field: codes by the field's name, such as too_small or invalid_format");

/** What a refusal tells beside its code and sentence, in the wire's names. Nothing else of its details leaves the house. */
export const ERROR_DETAILS: Partial<Record<ErrorCode, z.ZodObject>> = {
  forbidden: z.object({ reason: z.string().optional() }),
  insufficient_scope: z.object({
    needed: z.string().optional().describe("What the key would have to allow; never: no key may"),
  }),
  api_key_limit_exceeded: z.object({ max: z.int().optional() }),
  invalid_input: z.object({ fields: Fields, seats: Seats }),
  not_found: z.object({ seats: Seats }),
  seat_unavailable: z.object({ seats: Seats }),
  would_leave_orphan: z.object({ seats: Seats }),
  no_seats_together: z.object({ largest: z.int().optional().describe("The largest party that finds places") }),
  seat_limit_exceeded: z.object({ max: z.int().optional().describe("How many seats one person may have") }),
  sales_not_open: z.object({ sales_open_at: z.iso.datetime().optional() }),
  price_changed: z.object({ seats: Seats, total_price: z.int().optional().describe("What it costs now, in won") }),
  insufficient_points: z.object({ balance: z.int().optional(), missing: z.int().optional() }),
  point_limit_exceeded: z.object({
    balance: z.int().optional(),
    max: z.int().optional(),
    is_refunded: z.boolean().optional().describe("The card was charged and the money is on its way back"),
  }),
  too_many_requests: z.object({ retry_after: z.int().optional().describe("Seconds, as in Retry-After") }),
  card_declined: z.object({ reason: z.string().optional() }),
  payment_refunded: z.object({ reason: z.string().optional() }),
};

const WIRE_NAMES: Readonly<Record<string, string>> = {
  salesOpenAt: "sales_open_at",
  totalKrw: "total_price",
  isRefunded: "is_refunded",
  retryAfterSeconds: "retry_after",
};

/** The details of a refusal as they may be told: those that are documented, by their documented names. */
export function toWireDetails(code: ErrorCode, details: ErrorDetails): ErrorDetails {
  const renamed = Object.entries(details).map(([name, value]) => [WIRE_NAMES[name] ?? name, value]);
  const documented = ERROR_DETAILS[code]?.safeParse(Object.fromEntries(renamed));
  return documented?.data ?? {};
}
