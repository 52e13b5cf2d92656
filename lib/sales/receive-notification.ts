import { settleCardPayment } from "@/lib/bookings/settle-card-payment";
import { AppError } from "@/lib/kernel/errors";
import { chargeOf, readNotification, type SignedNotification } from "@/lib/payments/notification-signature";
import { settlePointCharge } from "@/lib/points/settle-point-charge";
import type { Services } from "@/lib/services";

/**
 * Takes the card company's word for what became of a charge, once its signature is right. Safe to
 * receive twice, late, and before the answer to the charge itself.
 *
 * @throws AppError `forbidden` when the signature is wrong, `malformed_request`, `not_found` when the
 *   charge is none of ours.
 * @throws AppError `busy`, `read_only`. The gateway should deliver it again.
 */
export async function receiveNotification(
  services: Services,
  signed: SignedNotification,
  signingSecret: string,
): Promise<void> {
  const notification = readNotification(signingSecret, signed);
  const { idempotencyKey } = notification;
  const verdict = chargeOf(notification);
  const settled =
    (await settleCardPayment(services, idempotencyKey, verdict)) ??
    (await settlePointCharge(services, idempotencyKey, verdict));
  if (settled === null) throw new AppError("not_found");
}
