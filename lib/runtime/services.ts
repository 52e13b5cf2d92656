import { randomUUID } from "node:crypto";
import { openDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/kernel/errors";
import { deriveSigningSecret, signNotification } from "@/lib/payments/notification-signature";
import { createTestGateway } from "@/lib/payments/test-gateway";
import { openRedis } from "@/lib/redis/client";
import { guardRedis } from "@/lib/redis/guarded";
import { receiveNotification } from "@/lib/sales/receive-notification";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";

const GATEWAY_POOL_MAX = 2;

// Hot reload evaluates modules again; the pools must survive it, or each edit would leave one behind.
const kept: typeof globalThis & { rowlockServices?: Services } = globalThis;

/**
 * The process's own database pools, Redis and card gateway, opened on first use so that a build
 * needs none of them.
 *
 * @throws AppError `read_only` when no database is configured.
 */
export function services(): Services {
  kept.rowlockServices ??= openServices();
  return kept.rowlockServices;
}

function openServices(): Services {
  if (!env.DATABASE_URL) throw new AppError("read_only", { missing: "DATABASE_URL" });
  const poolMax = settings.databasePoolMax;
  // The test gateway lives in this process, so a secret of the process's own serves where none is set.
  const signingSecret = deriveSigningSecret(env.AUTH_SECRET ?? randomUUID());
  const opened: Services = {
    db: openDatabase(env.DATABASE_URL, { poolMax, name: "rowlock-sales" }),
    readDb: openDatabase(env.READ_DATABASE_URL ?? env.DATABASE_URL, { poolMax, name: "rowlock-reads" }),
    redis: guardRedis(openRedis(env)?.redis ?? null),
    gateway: createTestGateway({
      db: openDatabase(env.DATABASE_URL, { poolMax: GATEWAY_POOL_MAX, name: "rowlock-test-gateway" }),
      notify: (event) => receiveNotification(opened, signNotification(signingSecret, event), signingSecret),
    }),
  };
  return opened;
}
