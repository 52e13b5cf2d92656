import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Everything `GET /api/metrics` tells. */
export const registry = new Registry();
// Memory, processor time and stops of the process itself.
collectDefaultMetrics({ register: registry });

const SECONDS_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 3, 10];

export const operationSeconds = new Histogram({
  name: "rowlock_operation_seconds",
  help: "Time one operation took, by its outcome (ok, or the error code).",
  labelNames: ["operation", "outcome"] as const,
  buckets: SECONDS_BUCKETS,
  registers: [registry],
});

export const lockAttempts = new Counter({
  name: "rowlock_lock_attempts_total",
  help: "Redis locks asked for: acquired, refused, or skipped because Redis was away.",
  labelNames: ["kind", "outcome"] as const,
  registers: [registry],
});

export const redisFailures = new Counter({
  name: "rowlock_redis_failures_total",
  help: "Redis calls that gave no answer: failed or timed out, or passed by while the breaker was open.",
  labelNames: ["reason"] as const,
  registers: [registry],
});

export const redisBreakerState = new Gauge({
  name: "rowlock_redis_breaker_open",
  help: "1 while the Redis circuit breaker is not closed.",
  registers: [registry],
});

export const availabilityReads = new Counter({
  name: "rowlock_availability_reads_total",
  help: "Availability reads by where the answer came from: redis or database.",
  labelNames: ["source"] as const,
  registers: [registry],
});

export const liveWatchers = new Gauge({
  name: "rowlock_live_watchers",
  help: "Seat maps that hear of changes from this process at present.",
  registers: [registry],
});

export const liveUpdates = new Counter({
  name: "rowlock_live_updates_total",
  help: "Changes of seats told, once for each watcher told.",
  registers: [registry],
});

export const droppedWatchers = new Counter({
  name: "rowlock_live_watchers_dropped_total",
  help: "Watchers sent away before their time: slow, or refused because too many watched.",
  labelNames: ["reason"] as const,
  registers: [registry],
});

export const sweptRows = new Counter({
  name: "rowlock_swept_rows_total",
  help: "Rows tidied by the sweeper.",
  labelNames: ["kind"] as const,
  registers: [registry],
});

export const sweepSeconds = new Histogram({
  name: "rowlock_sweep_seconds",
  help: "Time one run of the sweeper took.",
  buckets: SECONDS_BUCKETS,
  registers: [registry],
});
