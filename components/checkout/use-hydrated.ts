"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False until the page's code runs. A form that must not be sent by the browser itself waits for it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
