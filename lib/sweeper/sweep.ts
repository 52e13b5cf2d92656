import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { AppError } from "@/lib/kernel/errors";
import { log } from "@/lib/ops/log";
import { sweepSeconds, sweptRows } from "@/lib/ops/metrics";
import { lockKeys, withLock } from "@/lib/redis/lock";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";
import { sweepInBatches } from "./batches";
import { expireBookings } from "./expire-bookings";
import { forgetIdempotencyKeys } from "./forget-idempotency-keys";
import { reconcileCharges } from "./reconcile-charges";
import { releaseExpiredHolds } from "./release-expired-holds";

const LEASE_MS = 60_000;
const POINT_PARTITIONS_AHEAD = 3;

/** What one run tidied, in rows. */
export type SweepReport = {
  /** Another runner was at it, so this run did nothing. */
  isSkipped: boolean;
  releasedHolds: number;
  expiredBookings: number;
  settledCharges: number;
  refunds: number;
  forgottenKeys: number;
  /** The steps that failed and are left to the next run; the reason is in the log. */
  failedSteps: string[];
  elapsedMs: number;
};

type Limits = { sweepBatchMax: number; gatewayTimeoutMs: number };

/** Runners of one `job` take turns. */
export type SweepOptions = Partial<Limits> & { job?: string };

/**
 * Tidies what time has ended: holds, pending bookings, unanswered charges, owed refunds, old
 * idempotency keys. Nothing is correct only because of it, and every step is safe when two run at
 * once (a Redis lock merely spares the work). A step that fails does not stop the others.
 */
export async function sweep(services: Services, options: SweepOptions = {}): Promise<SweepReport> {
  const { job = "sweep", sweepBatchMax, gatewayTimeoutMs } = { ...settings, ...options };
  const report: SweepReport = {
    isSkipped: false,
    releasedHolds: 0,
    expiredBookings: 0,
    settledCharges: 0,
    refunds: 0,
    forgottenKeys: 0,
    failedSteps: [],
    elapsedMs: 0,
  };
  const lock = {
    kind: "scheduler",
    keys: [lockKeys.scheduler(job)],
    ownerId: randomUUID(),
    leaseMs: LEASE_MS,
    refusal: "request_in_progress",
  } as const;
  try {
    await withLock(services.redis, lock, () => runSteps(services, { sweepBatchMax, gatewayTimeoutMs }, report));
  } catch (error) {
    if (!(error instanceof AppError && error.code === "request_in_progress")) throw error;
    report.isSkipped = true;
  }
  return report;
}

async function runSteps(services: Services, limits: Limits, report: SweepReport): Promise<void> {
  const { db } = services;
  const startedMs = performance.now();
  const batches = (step: (db: Db, batchMax: number) => Promise<number>) =>
    sweepInBatches(limits.sweepBatchMax, () => step(db, limits.sweepBatchMax));

  const steps: Record<string, () => Promise<void>> = {
    holds: async () => {
      report.releasedHolds = await batches(releaseExpiredHolds);
    },
    bookings: async () => {
      report.expiredBookings = await batches(expireBookings);
    },
    charges: async () => {
      const { settled, refunded } = await reconcileCharges(services, limits);
      report.settledCharges = settled;
      report.refunds = refunded;
    },
    idempotency_keys: async () => {
      report.forgottenKeys = await batches(forgetIdempotencyKeys);
    },
    point_partitions: async () => {
      await db.execute(sql`select ensure_point_history_partitions(${POINT_PARTITIONS_AHEAD}::integer)`);
    },
  };
  for (const [name, run] of Object.entries(steps)) {
    try {
      await run();
    } catch (error) {
      report.failedSteps.push(name);
      log.error({ err: error, step: name }, "A step of the sweeper failed and is left to the next run");
    }
  }
  report.elapsedMs = performance.now() - startedMs;
  count(report);
}

function count(report: SweepReport): void {
  sweepSeconds.observe(report.elapsedMs / 1_000);
  sweptRows.inc({ kind: "hold" }, report.releasedHolds);
  sweptRows.inc({ kind: "booking" }, report.expiredBookings);
  sweptRows.inc({ kind: "charge" }, report.settledCharges);
  sweptRows.inc({ kind: "refund" }, report.refunds);
  sweptRows.inc({ kind: "idempotency_key" }, report.forgottenKeys);
}
