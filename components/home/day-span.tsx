import { CalendarRange } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { HomeForm } from "./home-form";
import type { OnSaleQuery } from "./on-sale-query";

/** Any span of days, by the device's own date pickers. Opens without script. */
export function DaySpan({ query }: { query: OnSaleQuery }) {
  const t = useTranslations("home.days");
  const hasDays = Boolean(query.from ?? query.to);
  return (
    <details open={hasDays} className="group open:w-full sm:py-1">
      <summary
        className={cn(
          "inline-flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-full border px-4 font-semibold text-sm transition-colors [&::-webkit-details-marker]:hidden",
          hasDays ? "border-ink bg-ink text-paper" : "border-line bg-surface hover:border-line-strong hover:bg-sunken",
        )}
      >
        <CalendarRange aria-hidden="true" className="size-4" />
        {t("open")}
      </summary>
      <HomeForm
        keep={{ q: query.q, category: query.category }}
        className="mt-3 grid grid-cols-2 items-end gap-3 sm:flex sm:max-w-xl"
      >
        <Field label={t("from")} name="from" type="date" defaultValue={query.from} className="min-w-0 sm:flex-1" />
        <Field label={t("to")} name="to" type="date" defaultValue={query.to} className="min-w-0 sm:flex-1" />
        <Button type="submit" variant="secondary" className="col-span-2">
          {t("show")}
        </Button>
      </HomeForm>
    </details>
  );
}
