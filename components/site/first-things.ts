/** Nothing waits longer than this for a picture that does not come. */
const PATIENCE_MS = 10_000;
const listeners = new Set<() => void>();
/** Where a picture takes most of the browser's time, all else waits for it. */
let areDone = typeof window === "undefined" || !/\/schedules\//.test(window.location.pathname);

/** Whether what the page is for is on screen, for `useSyncExternalStore`. */
export const firstThingsAreDone = (): boolean => areDone;

/** Calls the listener when what the page is for is on screen. @returns how to stop listening. */
export function onFirstThingsDone(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells that what the page is for is on screen, or will not come. Safe to repeat. */
export function noteFirstThingsDone(): void {
  if (areDone) return;
  areDone = true;
  for (const listener of listeners) listener();
}

if (!areDone) setTimeout(noteFirstThingsDone, PATIENCE_MS);
