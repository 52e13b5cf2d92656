import { describe, expect, it, vi } from "vitest";
import { askForCharge, verdictOf, within } from "./ask-gateway";
import { type CardGateway, type GatewayCharge, GatewayUnreachableError } from "./gateway";

const REQUEST = { idempotencyKey: "k", amountKrw: 1_000, cardToken: "tok_approve" };
const APPROVED: GatewayCharge = { status: "approved", reference: "r", amountKrw: 1_000 };
const gatewayThat = (charge: CardGateway["charge"]): CardGateway => ({
  charge,
  find: async () => null,
  refund: async () => {},
});

describe("askForCharge", () => {
  it("hands on the answer", async () => {
    const answer = await askForCharge(
      gatewayThat(async () => APPROVED),
      REQUEST,
      1_000,
    );

    expect(answer).toEqual(APPROVED);
  });

  it("stops waiting in time even for a gateway that ignores its signal, and aborts it", async () => {
    const aborted = vi.fn();
    const deaf = gatewayThat(({ signal }) => {
      signal.addEventListener("abort", aborted);
      return new Promise(() => {});
    });

    expect(await askForCharge(deaf, REQUEST, 20)).toEqual({ status: "no_answer" });
    expect(aborted).toHaveBeenCalledOnce();
  });

  it("tells a request that never left from one whose fate is unknown", async () => {
    const unreachable = gatewayThat(() => Promise.reject(new GatewayUnreachableError("refused")));
    const broken = gatewayThat(() => Promise.reject(new Error("502")));

    expect(await askForCharge(unreachable, REQUEST, 1_000)).toEqual({ status: "gateway_unavailable" });
    expect(await askForCharge(broken, REQUEST, 1_000)).toEqual({ status: "no_answer" });
  });
});

describe("verdictOf", () => {
  it("lets an unreachable gateway decide a first attempt only", () => {
    const answer = { status: "gateway_unavailable" } as const;

    expect(verdictOf(answer, { isFirstAttempt: true })).toEqual({ status: "given_up", reason: "gateway_unavailable" });
    expect(verdictOf(answer, { isFirstAttempt: false })).toBeNull();
    expect(verdictOf({ status: "no_answer" }, { isFirstAttempt: true })).toBeNull();
    expect(verdictOf(APPROVED, { isFirstAttempt: false })).toEqual(APPROVED);
  });
});

describe("within", () => {
  it("hands on what the call throws", async () => {
    await expect(within(1_000, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  });
});
