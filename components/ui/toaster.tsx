"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { onShelfWanted, shelfIsWanted } from "./notify";

const ToastShelf = lazy(() => import("./toast-shelf"));

/** Put once in the layout; `notify` says what appears here. */
export function Toaster() {
  const isWanted = useSyncExternalStore(onShelfWanted, shelfIsWanted, () => false);
  return (
    isWanted && (
      <Suspense>
        <ToastShelf />
      </Suspense>
    )
  );
}
