import { randomBytes } from "node:crypto";
import type { ThrowawayServices } from "./throwaway-services";

/** Where the tests' own build lives, so that it never disturbs that of a running `npm start`. */
export const TEST_DIST_DIR = ".next-test";

/** Empty rather than absent: what is set here is not filled in from a developer's .env. */
const LEFT_EMPTY = [
  "READ_DATABASE_URL",
  "UPSTASH_REDIS_REST_URL",
  "UPSTASH_REDIS_REST_TOKEN",
  "REDIS_HOST",
  "REDIS_PASSWORD",
  "AUTH_GOOGLE_ID",
  "AUTH_KAKAO_ID",
  "AUTH_NAVER_ID",
  "APP_URL",
  "AUTH_URL",
];

/** For a crowd that comes from one machine: enough for everybody. */
export const CROWD_LIMITS = Object.fromEntries(
  [
    ...["RATE_LIMIT_PER_USER", "RATE_LIMIT_PER_ADDRESS", "SIGN_IN_PER_EMAIL", "SIGN_IN_PER_ADDRESS"],
    "LIVE_STREAMS_PER_ADDRESS_MAX",
  ].map((name) => [name, "100000000"]),
);

/** The environment of everything that a test run starts: these services and no others. */
export function testEnvironment(services: ThrowawayServices): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...Object.fromEntries(LEFT_EMPTY.map((name) => [name, ""])),
    NODE_ENV: "test",
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    AUTH_TRUST_HOST: "true",
    NEXT_DIST_DIR: TEST_DIST_DIR,
  };
}
