/** Long enough to look something up in another tab; a browser has few connections for all tabs of a site. */
const HIDDEN_GRACE_MS = 10_000;

/** What tells whether anybody looks. In a browser: `document`, `window` and `navigator`. */
export type PageSignals = {
  document: Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;
  window: Pick<Window, "addEventListener" | "removeEventListener">;
  navigator: Pick<Navigator, "onLine">;
};

type PresenceHandlers = { start: () => void; stop: () => void; onOffline: () => void };

/**
 * Starts at once when the page is seen and the network is there; stops when it has been out of sight
 * for a while, is left, or has no network. Both may be called when nothing changes by it.
 *
 * @returns how to stop following; it also stops what was started.
 */
export function followPresence(
  { document, window, navigator }: PageSignals,
  { start, stop, onOffline }: PresenceHandlers,
): () => void {
  let hiding: ReturnType<typeof setTimeout> | undefined;

  function follow(): void {
    clearTimeout(hiding);
    if (!navigator.onLine) {
      stop();
      onOffline();
    } else if (document.visibilityState === "visible") start();
    else hiding = setTimeout(stop, HIDDEN_GRACE_MS);
  }

  /** A page that is left, or kept aside to come back to, holds no connection. */
  function leave(): void {
    clearTimeout(hiding);
    stop();
  }

  const heard = ["online", "offline", "pageshow"] as const;
  follow();
  document.addEventListener("visibilitychange", follow);
  for (const name of heard) window.addEventListener(name, follow);
  window.addEventListener("pagehide", leave);
  return () => {
    document.removeEventListener("visibilitychange", follow);
    for (const name of heard) window.removeEventListener(name, follow);
    window.removeEventListener("pagehide", leave);
    leave();
  };
}
