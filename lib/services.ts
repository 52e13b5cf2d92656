import type { Db } from "@/lib/db/client";
import type { CardGateway } from "@/lib/payments/gateway";
import type { GuardedRedis } from "@/lib/redis/guarded";

/** The outside parts an operation may use. Opened once per process, by `lib/runtime/services.ts`. */
export type Services = {
  /** The pool of locking transactions. */
  db: Db;
  /** The pool of plain reads, or a replica. */
  readDb: Db;
  redis: GuardedRedis;
  gateway: CardGateway;
};
