import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { GradeMark } from "@/components/ui/grade-mark";
import type { SeatPicker } from "./use-seat-picker";

type SeatCardProps = { ref: Ref<HTMLDivElement>; seat: number; picker: SeatPicker };

/** Which seat this is and what it costs; the canvas puts it beside the seat, never over it. */
export function SeatCard({ ref, seat, picker }: SeatCardProps) {
  const t = useTranslations("seatMap.trait");
  const { words, lookOf, warning } = picker;
  const look = lookOf(seat);
  const isAlone = warning.alone.includes(seat);
  const remarks = [
    ...words.traits(seat),
    ...(look === "free" ? [] : [words.status(look)]),
    ...(isAlone ? [t("alone")] : []),
  ];
  return (
    <div
      ref={ref}
      aria-hidden="true"
      data-testid="seat-card"
      className="pointer-events-none invisible absolute top-0 left-0 z-10 w-max max-w-[calc(100%-1rem)] rounded-md border border-line bg-surface px-3 py-2 text-sm shadow-float"
    >
      <p className="flex items-center gap-2">
        <GradeMark code={words.gradeOf(seat)} />
        <span className="font-bold">{words.name(seat)}</span>
        <span className="text-ink-muted tabular-nums">· {words.priced(seat)}</span>
      </p>
      {remarks.length > 0 && <p className="mt-1 text-ink-muted">{remarks.join(" · ")}</p>}
    </div>
  );
}
