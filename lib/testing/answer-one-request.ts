import { openDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { createTestGateway } from "@/lib/payments/test-gateway";
import { guardRedis } from "@/lib/redis/guarded";
import { openApi } from "./api-client";
import type { KeyedRequest } from "./keyed-cases";
import { type Death, mortalServices } from "./mortal-services";

/** A process of its own that answers one keyed request, for tests that end it half-way: `REQUEST KEY DEATH`. */
const [request = "{}", key = "", death = ""] = process.argv.slice(2);
const { as, method, path, body }: KeyedRequest = JSON.parse(request);
const db = openDatabase(env.DATABASE_URL ?? "", { poolMax: 2, name: "rowlock-test-crash" });
const gateway = createTestGateway({ db, slowAnswerMs: 0, notify: async () => {} });

const mortal = mortalServices({ db, readDb: db, redis: guardRedis(null), gateway }, death as Death, () =>
  process.kill(process.pid, "SIGKILL"),
);
await openApi(mortal.services)(method, path, { as, body, headers: { "idempotency-key": key } });
process.exit(0);
