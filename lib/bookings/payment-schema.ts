import { z } from "zod";
import { CardToken } from "@/lib/payments/schema";

/** Paying one booking. `paymentId` is made by the client: sent again, it is the same attempt. */
export const PayBookingInput = z
  .object({
    bookingId: z.uuid(),
    paymentId: z.uuid(),
    /** The total the fan was shown, in won; another total of ours is refused instead of charged. */
    expectedTotalKrw: z.int().min(0),
    method: z.enum(["points", "card"]),
    /** Stands for a card. Needed when `method` is "card" and there is something to pay. */
    cardToken: CardToken.optional(),
  })
  .refine((input) => input.method !== "card" || input.expectedTotalKrw === 0 || input.cardToken !== undefined, {
    path: ["cardToken"],
    message: "card_token_required",
  });
export type PayBookingInput = z.output<typeof PayBookingInput>;

/** "processing": the card company has not answered in time; a notification or the sweeper settles it, the page polls. */
export type PaymentOutcome = { status: "succeeded" | "processing"; bookingId: string; paymentId: string };

export const CancelBookingInput = z.object({ bookingId: z.uuid() });
export type CancelBookingInput = z.output<typeof CancelBookingInput>;

/** "cancelled" with a refund: the card's money is on its way back; "refunded": it has gone back. */
export type CancelOutcome = {
  bookingId: string;
  status: "cancelled" | "refunded";
  refund: { method: "points" | "card"; amountKrw: number } | null;
};
