import type { Redis } from "@upstash/redis";
import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from "cockatiel";
import { log } from "@/lib/ops/log";
import { redisBreakerState, redisFailures } from "@/lib/ops/metrics";
import { withPatience } from "./patience";

const FAILURES_TO_OPEN = 3;
const HALF_OPEN_AFTER_MS = 2_000;
const CALL_TIMEOUT_MS = 500;

/** Redis behind a circuit breaker. It may be absent, slow, dead or empty; nothing may depend on it. */
export type GuardedRedis = {
  /**
   * Runs one call. Answers `null` when Redis is absent, too slow (500 ms), failing, or passed by
   * because the breaker is open. Never throws.
   */
  try<T>(call: (redis: Redis) => Promise<T>): Promise<{ value: T } | null>;
  /**
   * Sends one call whatever the breaker thinks, waits for nothing and ignores its fate. For taking
   * back what an unanswered call may have done: a Redis that wakes up carries out both, in order.
   */
  send(call: (redis: Redis) => Promise<unknown>): void;
  state(): "absent" | "closed" | "open" | "half_open";
};

/**
 * Puts a breaker around `redis`: three failures in a row open it, so that an outage costs the sale
 * three timeouts and not one per request; every 2 s one call probes whether it is back.
 */
export function guardRedis(redis: Redis | null): GuardedRedis {
  if (redis === null) return { try: async () => null, send: () => {}, state: () => "absent" };

  const breaker = circuitBreaker(handleAll, {
    breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
    halfOpenAfter: HALF_OPEN_AFTER_MS,
  });
  breaker.onStateChange((state) => {
    redisBreakerState.set(state === CircuitState.Closed ? 0 : 1);
    if (state === CircuitState.Open) log.warn("Redis is away; sales go on with the database lock alone");
    if (state === CircuitState.Closed) log.info("Redis is back");
  });

  return {
    async try(call) {
      // The library would let everybody wait for the one probe; it is enough that one person does.
      if (breaker.state === CircuitState.HalfOpen) return passedBy();
      try {
        return { value: await breaker.execute(() => withPatience(call(redis), CALL_TIMEOUT_MS)) };
      } catch (error) {
        if (error instanceof BrokenCircuitError) return passedBy();
        redisFailures.inc({ reason: "failed" });
        return null;
      }
    },
    send(call) {
      call(redis).catch(() => redisFailures.inc({ reason: "failed" }));
    },
    state() {
      if (breaker.state === CircuitState.Closed) return "closed";
      return breaker.state === CircuitState.HalfOpen ? "half_open" : "open";
    },
  };
}

function passedBy(): null {
  redisFailures.inc({ reason: "open" });
  return null;
}
