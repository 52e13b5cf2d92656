"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatRow, formatSection } from "@/lib/kernel/seat-name";
import { ListBranch } from "./list-branch";
import { SeatListRow } from "./seat-list-row";
import type { SeatPicker } from "./use-seat-picker";

/** The same seats without a picture: section, row, seat. Only what is open is in the page. */
export function SeatList({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("seatMap.list");
  const locale = useLocale();
  const { hall, lookOf, filtered } = picker;
  const isOffered = (seat: number) => lookOf(seat) !== "blocked" && filtered.suits?.[seat] !== 0;
  const countFree = (seats: readonly number[]) => seats.filter((seat) => lookOf(seat) === "free").length;

  return (
    <div className="size-full overflow-y-auto bg-paper px-3 py-3 lg:px-6">
      <h2 className="px-1 pb-2 font-bold text-lg">{t("title")}</h2>
      <ul className="grid gap-2">
        {hall.sections.map((section) => {
          const rows = section.rows
            .flatMap((position) => hall.rows[position] ?? [])
            .map((row) => ({ label: row.label, seats: row.seats.filter(isOffered) }))
            .filter((row) => row.seats.length > 0);
          if (rows.length === 0) return null;
          const free = countFree(rows.flatMap((row) => row.seats));
          const name = section.name ? formatSection(locale, section.name) : t("wholeHall");
          return (
            <li key={section.name}>
              <ListBranch title={name} remark={t("left", { count: free })}>
                <ul className="grid gap-1 px-2 pb-2">
                  {rows.map((row) => (
                    <li key={row.label}>
                      <ListBranch
                        title={row.label ? formatRow(locale, row.label) : name}
                        remark={t("left", { count: countFree(row.seats) })}
                        isInner
                      >
                        <SeatListRow picker={picker} seats={row.seats} />
                      </ListBranch>
                    </li>
                  ))}
                </ul>
              </ListBranch>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
