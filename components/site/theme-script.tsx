"use client";

import { useLayoutEffect } from "react";
import { applyTheme, readThemeChoice, THEME_SCRIPT, watchTheme } from "./theme";

/** First in the body: sets light or dark before anything is painted, and follows later changes. */
export function ThemeScript() {
  useLayoutEffect(() => {
    const follow = () => applyTheme(readThemeChoice());
    follow();
    return watchTheme(follow);
  }, []);

  return (
    <script
      // React warns about scripts that it creates in the browser; there this one has nothing left to do.
      type={typeof window === "undefined" ? "text/javascript" : "text/plain"}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours.
      dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }}
    />
  );
}
