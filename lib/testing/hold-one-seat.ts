import { openDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { openRedis } from "@/lib/redis/client";
import { guardRedis } from "@/lib/redis/guarded";
import { holdSeatsSafely } from "@/lib/sales/hold";

/** A process of its own that holds one seat, for tests that end it half-way: `USER_ID SCHEDULE_ID SEAT_INDEX`. */
const [userId = "", scheduleId = "", seatIndex = ""] = process.argv.slice(2);
const db = openDatabase(env.DATABASE_URL ?? "", { poolMax: 1, name: "rowlock-test-crash" });
const readDb = openDatabase(env.DATABASE_URL ?? "", { poolMax: 1, name: "rowlock-test-crash" });
const redis = guardRedis(openRedis(env)?.redis ?? null);

await holdSeatsSafely({ db, readDb, redis }, { userId, role: "fan" }, { scheduleId, seatIndexes: [Number(seatIndex)] });
process.exit(0);
