"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatSection } from "@/lib/kernel/seat-name";
import type { SeatPicker } from "./use-seat-picker";

/** Fewer sections than this are found at a glance. */
const SECTIONS_MIN = 4;

type SectionJumpProps = { picker: SeatPicker; onChosen: (section: number) => void };

/** Straight to a section by its name, with what is left in each: the phone's own picker, made for thumbs. */
export function SectionJump({ picker, onChosen }: SectionJumpProps) {
  const t = useTranslations("seatMap");
  const locale = useLocale();
  const { hall, filtered } = picker;
  const named = [...hall.sections.entries()].filter(([, { name, seatCount }]) => name !== "" && seatCount > 0);
  if (named.length < SECTIONS_MIN) return null;
  const left = (section: number) => {
    const count = filtered.leftIn(section);
    return count === null ? "" : t("list.left", { count });
  };
  return (
    <select
      aria-label={t("sections.label")}
      value=""
      onChange={({ target }) => onChosen(Number(target.value))}
      className="absolute bottom-3 left-17 min-h-11 max-w-31 sm:max-w-44 cursor-pointer rounded-md border border-line bg-surface px-2 font-semibold text-sm hover:border-ink"
    >
      <option value="" disabled>
        {t("sections.choose")}
      </option>
      {named.map(([section, { name }]) => (
        <option key={name} value={section}>
          {t("sections.option", { name: formatSection(locale, name), left: left(section) })}
        </option>
      ))}
    </select>
  );
}
