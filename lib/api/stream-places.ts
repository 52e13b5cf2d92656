import { AppError } from "@/lib/kernel/errors";
import { settings } from "@/lib/settings";

/** Streams end by themselves and nobody knows when; a reader who asks now and then finds a place soon enough. */
const RETRY_AFTER_SECONDS = 10;

// Hot reload evaluates modules again, and the server keeps a copy of them for each kind of entry.
const kept: typeof globalThis & { rowlockStreams?: Map<string, number> } = globalThis;

/**
 * Takes one of the places for open streams that an address has in this process.
 *
 * @returns how to give it back; again does no harm.
 * @throws AppError `too_many_requests` when it has none left.
 */
export function takeStreamPlace(address: string, max: number = settings.live.perAddressMax): () => void {
  kept.rowlockStreams ??= new Map();
  const open = kept.rowlockStreams;
  const taken = open.get(address) ?? 0;
  if (taken >= max) throw new AppError("too_many_requests", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  open.set(address, taken + 1);
  let isTaken = true;
  return () => {
    if (!isTaken) return;
    isTaken = false;
    const left = (open.get(address) ?? 1) - 1;
    if (left > 0) open.set(address, left);
    else open.delete(address);
  };
}
