"use client";

import { useLayoutEffect } from "react";
import { applyTheme, readThemeChoice, THEME_SCRIPT, watchTheme } from "./theme";

/**
 * A link to this page in another language takes along what was searched for and where on the page one is. The server
 * draws the link before it knows either, and it may be pressed before React wakes.
 */
const LANGUAGE_SCRIPT = `document.addEventListener("click",function(e){var a=e.target.closest&&e.target.closest("a[hreflang]");if(a){a.search=location.search;a.hash=location.hash}},true)`;

/** First in the body: sets light or dark before anything is painted, and makes links work that cannot wait for React. */
export function FirstScript() {
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
      // biome-ignore lint/security/noDangerouslySetInnerHtml: constants of ours.
      dangerouslySetInnerHTML={{ __html: `${THEME_SCRIPT};${LANGUAGE_SCRIPT}` }}
    />
  );
}
