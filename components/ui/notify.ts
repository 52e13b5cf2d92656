const listeners = new Set<() => void>();
let isWanted = false;
let resolveShelf = (): void => {};
const shelf = new Promise<void>((resolve) => {
  resolveShelf = resolve;
});

/** The shelf is on the page. */
export const shelfIsUp = (): void => resolveShelf();

/** Whether the shelf has been wanted so far, for `useSyncExternalStore`. */
export const shelfIsWanted = (): boolean => isWanted;

/** Calls the listener when the shelf is wanted. @returns how to stop listening. */
export function onShelfWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A region that is announced must be on the page before its first words. */
const HEARD_AFTER_MS = 150;

/** Tells good news in passing. Short, and never the sole place of an error. What draws it is loaded with the first news. */
export async function notify(news: string): Promise<void> {
  isWanted = true;
  for (const listener of listeners) listener();
  const [{ toast }] = await Promise.all([import("sonner"), shelf]);
  await new Promise((resolve) => setTimeout(resolve, HEARD_AFTER_MS));
  toast.success(news);
}
