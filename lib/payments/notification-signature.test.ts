import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { chargeOf, deriveSigningSecret, readNotification, signNotification } from "./notification-signature";

const SECRET = deriveSigningSecret("a secret");
const APPROVED = {
  type: "charge.approved",
  idempotencyKey: randomUUID(),
  reference: "tg_1",
  amountKrw: 1_000,
} as const;

describe("readNotification", () => {
  it("reads what was signed with the same secret", () => {
    const notification = readNotification(SECRET, signNotification(SECRET, APPROVED));

    expect(notification).toEqual(APPROVED);
    expect(chargeOf(notification)).toEqual({ status: "approved", reference: "tg_1", amountKrw: 1_000 });
  });

  it("refuses a body that was changed on its way", () => {
    const signed = signNotification(SECRET, APPROVED);
    const changed = { ...signed, body: signed.body.replace("1000", "1") };

    expect(() => readNotification(SECRET, changed)).toThrow(expect.objectContaining({ code: "forbidden" }));
  });

  it.each(["", "00", "not hexadecimal", "0".repeat(64)])("refuses the signature %j", (signature) => {
    const forged = { ...signNotification(SECRET, APPROVED), signature };

    expect(() => readNotification(SECRET, forged)).toThrow(expect.objectContaining({ code: "forbidden" }));
  });

  it("refuses what another secret signed, the unhashed one too", () => {
    for (const secret of ["a secret", deriveSigningSecret("another secret")]) {
      const signed = signNotification(secret, APPROVED);
      expect(() => readNotification(SECRET, signed)).toThrow(expect.objectContaining({ code: "forbidden" }));
    }
  });

  it("refuses a body it does not know, however well signed", () => {
    const unknown = { ...APPROVED, type: "charge.disputed" } as unknown as typeof APPROVED;

    expect(() => readNotification(SECRET, signNotification(SECRET, unknown))).toThrow(
      expect.objectContaining({ code: "malformed_request" }),
    );
  });

  it("carries the reason of a decline", () => {
    const declined = { ...APPROVED, type: "charge.declined", reason: "lost_card" } as const;

    const charge = chargeOf(readNotification(SECRET, signNotification(SECRET, declined)));

    expect(charge).toEqual({ status: "declined", reference: "tg_1", reason: "lost_card" });
  });
});
