import pino from "pino";
import { env } from "@/lib/env";

/** Structured lines on standard output. Passwords, tokens and card numbers never get this far; these paths make sure. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: [
    "password",
    "*.password",
    "token",
    "*.token",
    "authorization",
    "*.authorization",
    "cookie",
    "*.cookie",
    "card",
    "*.card",
  ],
});
