import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { GradeMark } from "@/components/ui/grade-mark";
import type { SectionWords } from "./use-section-words";

type SectionCardProps = { ref: Ref<HTMLDivElement>; words: SectionWords };

/** A section before it is entered: how it is called, what is left of it and from what price on. */
export function SectionCard({ ref, words }: SectionCardProps) {
  const t = useTranslations("seatMap.overview");
  return (
    <div
      ref={ref}
      aria-hidden="true"
      data-testid="section-card"
      className="pointer-events-none invisible absolute top-0 left-0 z-10 w-max max-w-[calc(100%-1rem)] rounded-md border border-line bg-surface px-3 py-2 text-sm shadow-float"
    >
      <p className="flex items-center gap-2">
        <span className="font-bold">{words.name}</span>
        <span className="text-ink-muted tabular-nums">· {words.left}</span>
      </p>
      <p className="mt-1 flex items-center gap-1.5">
        {words.grades.map((code) => (
          <GradeMark key={code} code={code} />
        ))}
        <span className="ml-1 tabular-nums">{words.prices}</span>
      </p>
      {words.isGeneral && <p className="mt-1 text-ink-muted">{t("general")}</p>}
    </div>
  );
}
