import { describe, expect, it } from "vitest";
import type { PaymentStatus } from "@/lib/db/schema/payments";
import { actOnVerdict, type ChargeVerdict } from "./rules";

const APPROVED: ChargeVerdict = { status: "approved", reference: "r", amountKrw: 1_000 };
const DECLINED: ChargeVerdict = { status: "declined", reference: "r", reason: "lost_card" };
const GIVEN_UP: ChargeVerdict = { status: "given_up", reason: "no_answer" };
const NEVER: ChargeVerdict = { status: "given_up", reason: "never_charged" };
const payment = (status: PaymentStatus, reason: string | null = null) => ({ status, reason });

describe("actOnVerdict", () => {
  it("settles a charge under way by the first verdict", () => {
    expect(actOnVerdict(payment("processing"), APPROVED)).toBe("accept");
    expect(actOnVerdict(payment("processing"), DECLINED)).toBe("decline");
    expect(actOnVerdict(payment("processing"), GIVEN_UP)).toBe("decline");
  });

  it.each(["succeeded", "refund_due", "refunded"] as const)("lets no verdict touch a payment that is %s", (status) => {
    for (const verdict of [APPROVED, DECLINED, GIVEN_UP, NEVER]) {
      expect(actOnVerdict(payment(status), verdict)).toBe("ignore");
    }
  });

  it.each(["no_answer", "gateway_unavailable", "never_charged"])(
    "refunds a charge that went through after it was given up as %s",
    (reason) => {
      expect(actOnVerdict(payment("declined", reason), APPROVED)).toBe("refund");
      expect(actOnVerdict(payment("declined", reason), DECLINED)).toBe("decline");
    },
  );

  it("closes an unanswered charge for good at the second look, and never opens it again", () => {
    expect(actOnVerdict(payment("declined", "no_answer"), NEVER)).toBe("decline");
    expect(actOnVerdict(payment("declined", "no_answer"), GIVEN_UP)).toBe("ignore");
    expect(actOnVerdict(payment("declined", "never_charged"), GIVEN_UP)).toBe("ignore");
    expect(actOnVerdict(payment("declined", "lost_card"), NEVER)).toBe("ignore");
  });
});
