import { useTranslations } from "next-intl";
import { SHADE_PERCENTS } from "./draw-grounds";

/** What the shades of the sections mean, beside the numbers that say it exactly; a phone has it in the key. */
export function OverviewKey() {
  return (
    <div className="pointer-events-none absolute top-3 left-3 rounded-md border border-line bg-surface px-3 py-2 text-xs max-sm:hidden">
      <ShadeScale />
    </div>
  );
}

/** From few seats left to many. */
export function ShadeScale() {
  const t = useTranslations("seatMap.overview");
  return (
    <p className="flex items-center gap-2 text-ink-muted">
      <span className="font-semibold text-ink">{t("left")}</span>
      {t("few")}
      <span aria-hidden="true" className="flex overflow-hidden rounded-sm">
        {SHADE_PERCENTS.map((percent) => (
          <span
            key={percent}
            className="h-3.5 w-4"
            style={{ background: `color-mix(in oklab, var(--ink-muted) ${percent}%, var(--surface))` }}
          />
        ))}
      </span>
      {t("many")}
    </p>
  );
}
