import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { ReferencePart } from "@/lib/api/reference/reference";
import { MethodMark } from "./method-mark";

const ROW = "flex min-h-9 items-center gap-2 rounded-sm text-ink-muted text-sm hover:text-ink hover:underline";

/** Everything on the page, to jump to. Beside the text on a wide screen, closed above it on a phone. */
export function Contents({ parts }: { parts: readonly ReferencePart[] }) {
  const t = useTranslations("apiDocs");
  return (
    <>
      <details className="rounded-md border border-line p-4 lg:hidden">
        <summary className="min-h-6 cursor-pointer font-semibold">{t("contents")}</summary>
        <nav aria-label={t("contents")} className="pt-3">
          <Lists parts={parts} />
        </nav>
      </details>
      <nav
        aria-label={t("contents")}
        className="sticky top-20 hidden max-h-[calc(100dvh-6rem)] overflow-y-auto pr-2 pb-6 lg:block"
      >
        <Lists parts={parts} />
      </nav>
    </>
  );
}

/** Breaks before a slash rather than within a name. */
const Path = ({ path }: { path: string }) => (
  <span className="wrap-anywhere min-w-0 py-1 font-mono text-xs">
    {path
      .split("/")
      .slice(1)
      .map((segment, depth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the segments of an address never move.
        <Fragment key={depth}>
          <wbr />/{segment}
        </Fragment>
      ))}
  </span>
);

function Lists({ parts }: { parts: readonly ReferencePart[] }) {
  const t = useTranslations("apiDocs");
  return (
    <div className="grid gap-5">
      <a href="#guide" className={ROW}>
        {t("guide.title")}
      </a>
      {parts.map(({ name, operations }) => (
        <div key={name} className="grid gap-1">
          <p className="font-semibold text-sm">{name}</p>
          <ul>
            {operations.map(({ id, method, path }) => (
              <li key={id}>
                <a href={`#${id}`} className={ROW}>
                  <MethodMark method={method} />
                  <Path path={path} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <a href="#codes" className={ROW}>
        {t("codes.title")}
      </a>
    </div>
  );
}
