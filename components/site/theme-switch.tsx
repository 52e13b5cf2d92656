"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useSyncExternalStore } from "react";
import { cn } from "@/components/ui/class-names";
import { chooseTheme, readThemeChoice, THEME_CHOICES, watchTheme } from "./theme";

const ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

// Shown by the attribute that the theme script sets, so that the right one is marked before React wakes.
const CHOSEN = {
  light: "in-data-[theme=light]:bg-surface in-data-[theme=light]:text-ink in-data-[theme=light]:ring-1",
  dark: "in-data-[theme=dark]:bg-surface in-data-[theme=dark]:text-ink in-data-[theme=dark]:ring-1",
  system: "in-data-[theme=system]:bg-surface in-data-[theme=system]:text-ink in-data-[theme=system]:ring-1",
} as const;

/** Light, dark, or as the device does. */
export function ThemeSwitch({ className }: { className?: string | undefined }) {
  const t = useTranslations("site.theme");
  const name = useId();
  const choice = useSyncExternalStore(watchTheme, readThemeChoice, () => "system" as const);
  return (
    <fieldset className={cn("inline-flex rounded-md bg-sunken p-1", className)}>
      <legend className="sr-only">{t("label")}</legend>
      {THEME_CHOICES.map((option) => {
        const Icon = ICONS[option];
        return (
          <label
            key={option}
            title={t(option)}
            className={cn(
              "relative grid size-9 cursor-pointer place-items-center rounded-sm text-ink-muted ring-line transition-colors",
              "hover:text-ink has-focus-visible:outline-3 has-focus-visible:outline-focus pointer-coarse:size-11",
              CHOSEN[option],
            )}
          >
            <input
              type="radio"
              name={name}
              value={option}
              checked={choice === option}
              onChange={() => chooseTheme(option)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <Icon aria-hidden="true" className="size-4.5" />
            <span className="sr-only">{t(option)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
