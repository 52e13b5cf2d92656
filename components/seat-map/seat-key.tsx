import { CircleQuestionMark } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Popover } from "@/components/ui/popover";
import { ShadeScale } from "./overview-key";

const SEAT = "M3 21V10a7 7 0 0 1 7-7h4a7 7 0 0 1 7 7v11z";

const SIGNS: {
  key: "free" | "chosen" | "held" | "sold" | "accessible" | "restrictedView" | "alone";
  drawing: ReactNode;
}[] = [
  { key: "free", drawing: <path d={SEAT} className="fill-grade-s" /> },
  {
    key: "chosen",
    drawing: (
      <>
        <path d={SEAT} transform="translate(3.6 3.6) scale(.7)" className="fill-ink" />
        <path d={SEAT} fill="none" strokeWidth="1.6" className="stroke-ink" />
        <path d="m9 12.5 2.2 2.4 4-4.6" fill="none" strokeWidth="1.8" className="stroke-surface" />
      </>
    ),
  },
  {
    key: "held",
    drawing: <path d={SEAT} fill="none" strokeWidth="1.8" strokeDasharray="4 3" className="stroke-seat-held" />,
  },
  { key: "sold", drawing: <circle cx="12" cy="12" r="3.4" className="fill-seat-sold" /> },
  {
    key: "accessible",
    drawing: (
      <>
        <path d={SEAT} className="fill-grade-s" />
        <circle cx="11" cy="7.4" r="1.4" className="fill-surface" />
        <path
          d="M11 9.6v3.6h3.4l1.8 4M9 12.2a3.6 3.6 0 1 0 4.8 4.6"
          fill="none"
          strokeWidth="1.5"
          className="stroke-surface"
        />
      </>
    ),
  },
  { key: "restrictedView", drawing: <path d="M3 21V10a7 7 0 0 1 7-7h3v6h8v12z" className="fill-grade-s" /> },
  {
    key: "alone",
    drawing: (
      <>
        <path d={SEAT} transform="translate(3.6 3.6) scale(.7)" className="fill-grade-s" />
        <path d={SEAT} fill="none" strokeWidth="2" strokeDasharray="3 2.4" className="stroke-ember" />
      </>
    ),
  },
];

/** What the shapes on the map mean, and the shades of its sections where it has them. */
export function SeatKey({ hasShades }: { hasShades: boolean }) {
  const t = useTranslations("seatMap.key");
  return (
    <Popover
      button={<CircleQuestionMark aria-hidden="true" className="size-5" />}
      aria-label={t("title")}
      className="absolute bottom-3 left-3 grid size-11 cursor-pointer place-items-center rounded-md border border-line bg-surface hover:bg-sunken"
      panelClassName="fixed inset-0! m-auto! h-fit w-[min(24rem,calc(100%-2rem))] p-5!"
    >
      <p className="mb-2 font-semibold">{t("title")}</p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm">
        {SIGNS.map(({ key, drawing }) => (
          <li key={key} className="flex items-center gap-2">
            <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 shrink-0">
              {drawing}
            </svg>
            {t(key)}
          </li>
        ))}
      </ul>
      {hasShades && (
        <div className="mt-4 border-line border-t pt-3 text-sm">
          <ShadeScale />
        </div>
      )}
    </Popover>
  );
}
