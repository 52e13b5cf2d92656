import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { DECLINE_REASONS, type GatewayCharge } from "./gateway";

const GatewayNotification = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("charge.approved"),
    idempotencyKey: z.uuid(),
    reference: z.string().min(1),
    amountKrw: z.int().min(0),
  }),
  z.object({
    type: z.literal("charge.declined"),
    idempotencyKey: z.uuid(),
    reference: z.string().min(1),
    amountKrw: z.int().min(0),
    reason: z.enum(DECLINE_REASONS),
  }),
]);
/** What the card company tells us of its own accord, at least once and in no particular order. */
export type GatewayNotification = z.output<typeof GatewayNotification>;

export type SignedNotification = { body: string; signature: string };

/** The key that notifications are signed with, derived so that it opens nothing else. */
export function deriveSigningSecret(authSecret: string): string {
  return createHmac("sha256", authSecret).update("rowlock.gateway-notifications").digest("hex");
}

/** Signs one notification as the gateway does. */
export function signNotification(signingSecret: string, notification: GatewayNotification): SignedNotification {
  const body = JSON.stringify(notification);
  return { body, signature: sign(signingSecret, body).toString("hex") };
}

/**
 * Reads a notification once its signature is found to be right.
 *
 * @throws AppError `forbidden` when the signature is not ours, `malformed_request` when the body is none we know.
 */
export function readNotification(signingSecret: string, signed: SignedNotification): GatewayNotification {
  const expected = sign(signingSecret, signed.body);
  const given = Buffer.from(signed.signature, "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new AppError("forbidden");

  const parsed = GatewayNotification.safeParse(parseJson(signed.body));
  if (!parsed.success) throw new AppError("malformed_request", {}, { cause: parsed.error });
  return parsed.data;
}

/** The charge a notification tells of. */
export function chargeOf(notification: GatewayNotification): GatewayCharge {
  const { reference, amountKrw } = notification;
  if (notification.type === "charge.approved") return { status: "approved", reference, amountKrw };
  return { status: "declined", reference, reason: notification.reason };
}

function sign(signingSecret: string, body: string): Buffer {
  return createHmac("sha256", signingSecret).update(body).digest();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
