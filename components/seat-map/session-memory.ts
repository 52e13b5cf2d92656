/** What this tab remembers under a key; `null` where nothing is, or where the browser refuses. */
export function readSession(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers for this tab, or forgets with `null`. A browser that refuses storage remembers nothing, and that is all. */
export function writeSession(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // The choice is lost at sign-in then, and nothing else.
  }
}
