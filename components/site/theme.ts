export const THEME_CHOICES = ["light", "dark", "system"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const STORAGE_KEY = "theme";
const CHANGED = "rowlock:theme";
const DARK_QUERY = "(prefers-color-scheme: dark)";

/** The same as `applyTheme`, as text that runs before the first paint. It never changes, so a CSP may name its hash. */
export const THEME_SCRIPT = `(function(){var c;try{c=localStorage.getItem("${STORAGE_KEY}")}catch(e){}if(c!=="light"&&c!=="dark")c="system";var d=document.documentElement;d.dataset.theme=c;d.classList.toggle("dark",c==="dark"||(c==="system"&&matchMedia("${DARK_QUERY}").matches))})()`;

/** What the reader chose on this device; "system" until they choose, and where storage is refused. */
export function readThemeChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

/** Puts the choice onto the document. */
export function applyTheme(choice: ThemeChoice): void {
  const root = document.documentElement;
  root.dataset.theme = choice;
  root.classList.toggle("dark", choice === "dark" || (choice === "system" && matchMedia(DARK_QUERY).matches));
}

/** Remembers the choice on this device and shows it; where storage is refused it lasts for this page. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === "system") localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // A browser that refuses storage still gets its theme until the page is left.
  }
  applyTheme(choice);
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back when the choice changes here or in another tab, or when the system's own theme does. */
export function watchTheme(onChange: () => void): () => void {
  const system = matchMedia(DARK_QUERY);
  window.addEventListener(CHANGED, onChange);
  window.addEventListener("storage", onChange);
  system.addEventListener("change", onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener("storage", onChange);
    system.removeEventListener("change", onChange);
  };
}
