import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { ReferenceOperation } from "@/lib/api/reference/reference";
import { CodeBlock } from "./code-block";
import { Disclosure } from "./disclosure";
import { FieldList } from "./field-list";
import { MethodMark } from "./method-mark";

/** Told once for all operations, above them. */
const KNOWN_HEADERS = new Set(["Accept-Language", "Idempotency-Key"]);

/** One operation: what it is for, what it takes, gives and refuses, and a command to try it with. */
export function Operation({ operation }: { operation: ReferenceOperation }) {
  const t = useTranslations("apiDocs");
  const { id, method, path, summary, description, body, curl, answer } = operation;
  const parameters = operation.parameters.filter(({ name }) => !KNOWN_HEADERS.has(name));
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid scroll-mt-24 gap-4 border-line border-t py-8">
      <header className="grid gap-2">
        <h3 id={`${id}-title`} className="text-pretty font-bold text-lg">
          {summary}
        </h3>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <MethodMark method={method} />
          <code className="break-all font-mono text-sm">{path}</code>
          <Access access={operation.access} />
        </p>
        {description && <p className="max-w-[65ch] text-pretty text-ink-muted">{description}</p>}
      </header>
      {parameters.length > 0 && (
        <Block title={t("parameters")}>
          <FieldList rows={parameters} showsRequired />
        </Block>
      )}
      {body.length > 0 && (
        <Block title={t("body")}>
          <FieldList rows={body} showsRequired />
        </Block>
      )}
      <CodeBlock label={`${t("command")}: ${summary}`}>{curl}</CodeBlock>
      <Answer summary={summary} answer={answer} />
      <Refusals operation={operation} />
    </section>
  );
}

const Block = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="grid gap-2">
    <h4 className="font-semibold text-sm">{title}</h4>
    {children}
  </div>
);

function Access({ access }: Pick<ReferenceOperation, "access">) {
  const t = useTranslations("apiDocs.access");
  return <Badge>{access.kind === "key" ? t("key", { scope: access.scope }) : t(access.kind)}</Badge>;
}

function Answer({ answer, summary }: Pick<ReferenceOperation, "answer" | "summary">) {
  const t = useTranslations("apiDocs");
  const title = t("answer", { status: answer.status });
  return (
    <Disclosure
      title={
        <>
          {title} <code className="font-mono font-normal text-ink-muted">{answer.type}</code>
        </>
      }
    >
      {answer.rows.length > 0 && <FieldList rows={answer.rows} showsRequired={false} />}
      {answer.example && <CodeBlock label={`${t("example")}: ${summary}`}>{answer.example}</CodeBlock>}
    </Disclosure>
  );
}

function Refusals({ operation: { refusals } }: { operation: ReferenceOperation }) {
  const t = useTranslations("apiDocs");
  return (
    <Disclosure title={t("refusals")}>
      <ul className="flex flex-wrap gap-2">
        {refusals.map(({ status, code }) => (
          <li key={code}>
            <a
              href={`#error-${code}`}
              className="flex min-h-8 items-center gap-2 rounded-sm bg-sunken px-2 font-mono text-sm hover:underline"
            >
              <span className="text-ink-muted tabular-nums">{status}</span>
              {code}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
