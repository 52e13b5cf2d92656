import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { FieldRow } from "@/lib/api/reference/rows";

type FieldListProps = { rows: readonly (FieldRow & { place?: "path" | "query" | "header" })[]; showsRequired: boolean };

/** Fields one under the other: name, what it takes, what it means. Reads well on a phone, where a table would not. */
export function FieldList({ rows, showsRequired }: FieldListProps) {
  const t = useTranslations("apiDocs");
  return (
    <dl className="divide-y divide-line border-line border-y">
      {rows.map(({ name, type, required, description, place }) => (
        <div key={`${place}${name}`} className="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <dt className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <code className="break-all font-mono font-semibold text-sm">{name}</code>
            {place && <Badge>{t(`place.${place}`)}</Badge>}
            {showsRequired && required && <Badge tone="ember">{t("required")}</Badge>}
          </dt>
          <dd className="grid gap-0.5 text-sm">
            <code className="break-words font-mono text-ink-muted">{type}</code>
            {description && <span className="text-pretty">{description}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
