"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatRow } from "@/lib/kernel/seat-name";
import { ListBranch } from "./list-branch";
import { SeatListRow } from "./seat-list-row";
import { useListNews } from "./use-list-news";
import type { SeatPicker } from "./use-seat-picker";

type ListSectionProps = { picker: SeatPicker; section: number; name: string };

/** A section of numbered seats; its rows are made when it is opened, their seats when those are. */
export function ListSection({ picker, section, name }: ListSectionProps) {
  const t = useTranslations("seatMap.list");
  const left = picker.filtered.leftIn(section);
  return (
    <ListBranch title={name} remark={left === null ? "" : t("left", { count: left })}>
      <ListRows picker={picker} section={section} name={name} />
    </ListBranch>
  );
}

function ListRows({ picker, section, name }: ListSectionProps) {
  const t = useTranslations("seatMap.list");
  const locale = useLocale();
  const { hall, lookOf, filtered } = picker;
  useListNews(picker, { section, name });
  const rows = (hall.sections[section]?.rows ?? [])
    .flatMap((position) => hall.rows[position] ?? [])
    .map(({ label, seats }) => ({
      label,
      seats: seats.filter((seat) => lookOf(seat) !== "blocked" && filtered.suits?.[seat] !== 0),
    }))
    .filter(({ seats }) => seats.length > 0);
  const countLeft = (seats: readonly number[]) =>
    seats.filter((seat) => lookOf(seat) === "free" && filtered.fits?.[seat] !== 0).length;

  return (
    <ul className="grid gap-1 px-2 pb-2">
      {rows.map(({ label, seats }) => (
        <li key={label}>
          <ListBranch
            title={label ? formatRow(locale, label) : name}
            remark={t("left", { count: countLeft(seats) })}
            isInner
          >
            <SeatListRow picker={picker} seats={seats} />
          </ListBranch>
        </li>
      ))}
    </ul>
  );
}
