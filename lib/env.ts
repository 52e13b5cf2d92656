import { z } from "zod";

const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const optional = z
  .string()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

/** The only reader of process.env. Every variable, its unit and its default; the README table repeats them. */
const Env = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  DATABASE_URL: optional,
  READ_DATABASE_URL: optional,
  DATABASE_POOL_MAX: count(6),
  UPSTASH_REDIS_REST_URL: optional,
  UPSTASH_REDIS_REST_TOKEN: optional,
  REDIS_URL: optional,
  REDIS_HOST: optional,
  REDIS_PORT: z.coerce.number().int().min(1).max(65_535).default(6379),
  REDIS_DB: z.coerce.number().int().min(0).default(0),
  REDIS_PASSWORD: optional,
  AUTH_SECRET: optional,
  AUTH_GOOGLE_ID: optional,
  AUTH_GOOGLE_SECRET: optional,
  AUTH_KAKAO_ID: optional,
  AUTH_KAKAO_SECRET: optional,
  AUTH_NAVER_ID: optional,
  AUTH_NAVER_SECRET: optional,
  APP_URL: optional,
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  SEAT_LOCK_TIMEOUT: seconds(120),
  SEAT_LOCK_LEASE: seconds(15),
  BOOKING_PAYMENT_TIMEOUT: seconds(300),
  HOLD_EXTEND_MAX: seconds(600),
  SEATS_PER_BOOKING_MAX: count(4),
  SEATS_PER_USER_MAX: count(4),
  AVAILABILITY_CACHE_TTL: seconds(10),
  LIVE_WATCHERS_MAX: count(2_000),
  LIVE_STREAM_LIFETIME: seconds(600),
  QUEUE_ACTIVE_MAX: count(50),
  QUEUE_ADMIT_PER_MINUTE: count(200),
  QUEUE_PASS_TTL: seconds(600),
  LIVE_STREAMS_PER_ADDRESS_MAX: count(200),
  RATE_LIMIT_WINDOW: seconds(60),
  RATE_LIMIT_PER_USER: count(600),
  RATE_LIMIT_PER_ADDRESS: count(3_000),
  SIGN_IN_WINDOW: seconds(900),
  SIGN_IN_PER_EMAIL: count(20),
  SIGN_IN_PER_ADDRESS: count(300),
  EVENT_LIST_CACHE_TTL: seconds(3_600),
  SCHEDULE_LIST_CACHE_TTL: seconds(1_800),
  SWEEP_INTERVAL: seconds(10),
  SWEEP_BATCH_MAX: count(500),
  GATEWAY_TIMEOUT: seconds(8),
  POINT_BALANCE_MAX: count(100_000_000),
});

export type Env = z.output<typeof Env>;

/**
 * Reads and checks the environment once.
 * @throws Error naming each variable that is malformed (never its value), so that a bad setting stops the boot.
 */
function readEnv(): Env {
  const parsed = Env.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not usable. ${faults.join("; ")}`);
}

export const env = readEnv();
