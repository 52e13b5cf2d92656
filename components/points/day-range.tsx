import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { getPathname, Link } from "@/lib/i18n/routing";
import { type PointsQuery, pointsHref } from "./points-query";

/** The days to show, both counted. A plain form, so that its answer has an address. */
export function DayRange({ query: { type, from, to } }: { query: PointsQuery }) {
  const t = useTranslations("points.filter");
  const locale = useLocale();
  return (
    <Form
      key={`${from}/${to}`}
      action={getPathname({ locale, href: "/points" })}
      scroll={false}
      className="grid grid-cols-2 items-end gap-3 sm:flex"
    >
      {type && <input type="hidden" name="type" value={type} />}
      <Field
        type="date"
        name="from"
        label={t("from")}
        defaultValue={from ?? ""}
        className="min-w-0 grid-cols-[minmax(0,1fr)]"
      />
      <Field
        type="date"
        name="to"
        label={t("to")}
        defaultValue={to ?? ""}
        className="min-w-0 grid-cols-[minmax(0,1fr)]"
      />
      <Button type="submit" variant="secondary">
        {t("apply")}
      </Button>
      {(from || to) && (
        <Button asChild variant="ghost">
          <Link href={pointsHref({ type })} scroll={false}>
            {t("clear")}
          </Link>
        </Button>
      )}
    </Form>
  );
}
