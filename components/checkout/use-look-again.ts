"use client";

import { useEffect, useRef } from "react";

/**
 * Runs `look` whenever the page is seen again: its tab comes to the front, the browser brings the
 * page back from memory, or the router shows it again after it was left. Another tab may have paid meanwhile.
 */
export function useLookAgain(look: () => unknown) {
  const wasHidden = useRef(false);

  useEffect(() => {
    const onPageShow = (event: PageTransitionEvent) => event.persisted && look();
    const onVisible = () => document.visibilityState === "visible" && look();
    if (wasHidden.current) look();
    wasHidden.current = false;
    window.addEventListener("pageshow", onPageShow);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      wasHidden.current = true;
      window.removeEventListener("pageshow", onPageShow);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [look]);
}
