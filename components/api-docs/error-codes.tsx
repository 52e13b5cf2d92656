import { Check } from "lucide-react";
import { useTranslations } from "next-intl";

type ErrorLine = { code: string; status: number; isRetryable: boolean; message: string };

/** Every code that any operation may answer, by status. */
export function ErrorCodes({ errors }: { errors: readonly ErrorLine[] }) {
  const t = useTranslations("apiDocs.codes");
  return (
    <section id="codes" aria-labelledby="codes-title" className="grid scroll-mt-24 gap-4">
      <h2 id="codes-title" className="font-bold text-xl">
        {t("title")}
      </h2>
      <dl className="divide-y divide-line border-line border-y">
        {errors.map(({ code, status, isRetryable, message }) => (
          <div
            key={code}
            id={`error-${code}`}
            className="grid scroll-mt-24 gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <dt className="font-mono text-sm">
              <span className="pr-3 text-ink-muted tabular-nums">{status}</span>
              <span className="break-all font-semibold">{code}</span>
            </dt>
            <dd className="grid gap-0.5 text-pretty text-sm">
              {message}
              {isRetryable && (
                <span className="flex items-center gap-1 text-ink-muted">
                  <Check aria-hidden="true" className="size-4" />
                  {t("retry")}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
