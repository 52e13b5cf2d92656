import type { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { PLAN_SEATS_MAX } from "./rules";

/** The largest plan file that is read. */
export const PLAN_FILE_BYTES_MAX = 20 * 1024 * 1024;

/** A fault of a plan or its sidecar that nobody but its author can put right: where it is, and what it is. */
export const planFault = (path: string, message: string) => new AppError("invalid_input", { path, message });

/** The first thing that a schema found wrong. */
export function firstFault(error: z.ZodError, message: string): AppError {
  const issue = error.issues[0];
  return planFault(formatPath(issue?.path ?? []), issue?.message ?? message);
}

/** zones[0].rows[3].seats[2].seat_number, seats["A-1-1"].view_note */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    const name = String(part);
    if (!/^\w+$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === "" ? name : `${text}.${name}`;
  }, "");
}

/**
 * Refuses a file before it is read.
 *
 * @throws AppError `invalid_input` {path: "", message, bytesMax} when it is larger than 20 MB.
 */
export function checkPlanFileSize(bytes: number): void {
  if (bytes <= PLAN_FILE_BYTES_MAX) return;
  const megabytes = (amount: number) => (amount / 1024 / 1024).toFixed(1).replace(".0", "");
  throw new AppError("invalid_input", {
    path: "",
    message: `The file has ${megabytes(bytes)} MB; at most ${megabytes(PLAN_FILE_BYTES_MAX)} MB are read`,
    bytesMax: PLAN_FILE_BYTES_MAX,
  });
}

/**
 * @throws AppError `invalid_input` {path, message, seatsMax} when a plan of so many places is too large.
 */
export function checkSeatCount(path: string, seatCount: number): void {
  if (seatCount <= PLAN_SEATS_MAX) return;
  throw new AppError("invalid_input", {
    path,
    message: `The plan has ${seatCount} seats; at most ${PLAN_SEATS_MAX} are possible`,
    seatsMax: PLAN_SEATS_MAX,
  });
}
