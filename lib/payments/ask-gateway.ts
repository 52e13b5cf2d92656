import { log } from "@/lib/ops/log";
import { type CardGateway, type ChargeRequest, type GatewayCharge, GatewayUnreachableError } from "./gateway";
import type { ChargeVerdict } from "./rules";

/** "no_answer": it may or may not have been charged. "gateway_unavailable": it surely was not. */
export type ChargeAnswer = GatewayCharge | { status: "no_answer" } | { status: "gateway_unavailable" };

/**
 * Asks for a charge and waits at most `timeoutMs`. Never throws: an error of the gateway's is not
 * an answer, so it counts as none, and what became of the charge is learnt later.
 */
export async function askForCharge(
  gateway: CardGateway,
  request: Omit<ChargeRequest, "signal">,
  timeoutMs: number,
): Promise<ChargeAnswer> {
  try {
    return await within(timeoutMs, (signal) => gateway.charge({ ...request, signal }));
  } catch (error) {
    if (error instanceof GatewayUnreachableError) return { status: "gateway_unavailable" };
    log.warn({ err: error, charge: request.idempotencyKey }, "The card company has not answered a charge");
    return { status: "no_answer" };
  }
}

/**
 * What an answer settles; `null` when it settles nothing yet. "Unreachable" is a verdict on a first
 * attempt only: of a repeated one it says nothing about the attempt before.
 */
export function verdictOf(answer: ChargeAnswer, attempt: { isFirstAttempt: boolean }): ChargeVerdict | null {
  if (answer.status === "no_answer") return null;
  if (answer.status !== "gateway_unavailable") return answer;
  return attempt.isFirstAttempt ? { status: "given_up", reason: "gateway_unavailable" } : null;
}

/**
 * Runs `call` for at most `timeoutMs`, even when it ignores its signal.
 *
 * @throws Error once the time is up; whatever `call` throws before that.
 */
export async function within<T>(timeoutMs: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const reason = new Error(`No answer within ${timeoutMs} ms`);
      reject(reason);
      deadline.abort(reason);
    }, timeoutMs);
  });
  try {
    return await Promise.race([call(deadline.signal), timedOut]);
  } finally {
    clearTimeout(timer);
  }
}
