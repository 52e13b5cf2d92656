"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatSection } from "@/lib/kernel/seat-name";
import { ListSection } from "./list-section";
import { ListStanding } from "./list-standing";
import type { SeatPicker } from "./use-seat-picker";

/** With fewer sections than this nobody needs to look for one. */
const SEARCHED_FROM = 12;

/** The same seats without a picture: section, row, seat. Only what is open is in the page. */
export function SeatList({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("seatMap.list");
  const locale = useLocale();
  const [query, setQuery] = useState("");
  const { hall, filtered } = picker;
  const sections = [...hall.sections.entries()]
    .filter(([position, { seatCount }]) => seatCount > 0 && filtered.sizeOf(position) > 0)
    .map(([position, section]) => ({
      position,
      isGeneral: section.outline.isGeneral,
      name: section.name ? formatSection(locale, section.name) : t("wholeHall"),
    }));
  const shown = sections.filter(({ name }) => isLike(name, query));

  return (
    <div className="size-full overflow-y-auto bg-paper px-3 py-3 lg:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-1 pb-3">
        <h2 className="font-bold text-lg">{t("title")}</h2>
        {hall.sections.length >= SEARCHED_FROM && (
          <input
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            autoComplete="off"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            className="min-h-11 w-40 min-w-0 rounded-md border border-line-strong bg-surface px-3 text-base placeholder:text-ink-muted"
          />
        )}
      </div>
      <ul className="grid gap-2">
        {shown.map(({ position, name, isGeneral }) => (
          <li key={position}>
            {isGeneral ? (
              <ListStanding picker={picker} section={position} name={name} />
            ) : (
              <ListSection picker={picker} section={position} name={name} />
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="px-1 py-4 text-ink-muted text-sm empty:hidden">
        {shown.length === 0 && (query === "" ? t("nothing") : t("searchNone", { query }))}
      </p>
    </div>
  );
}

const bare = (text: string) => text.toLocaleLowerCase().replaceAll(/\s/g, "");
const isLike = (name: string, query: string) => bare(name).includes(bare(query));
