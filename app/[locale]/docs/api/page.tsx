import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Contents } from "@/components/api-docs/contents";
import { ErrorCodes } from "@/components/api-docs/error-codes";
import { Guide } from "@/components/api-docs/guide";
import { Operation } from "@/components/api-docs/operation";
import { Container } from "@/components/ui/container";
import { PageHeading } from "@/components/ui/page-heading";
import { readApiReference } from "@/lib/views/api-reference";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("apiDocs");
  return { title: t("title"), description: t("lead") };
}

export default async function ApiDocsPage() {
  const [t, locale] = [await getTranslations("apiDocs"), await getLocale()];
  const { server, parts, errors } = readApiReference(locale);
  return (
    <Container className="pb-24">
      <PageHeading title={t("title")} lead={t("lead")} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <Contents parts={parts} />
        <div className="grid min-w-0 max-w-3xl gap-14">
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <code className="break-all font-mono text-sm">{server}</code>
            <a href="/api/v1/openapi.json" className="font-semibold text-sm underline underline-offset-4">
              {t("document")}
            </a>
          </p>
          <Guide server={server} />
          {parts.map(({ name, description, operations }) => (
            <section key={name} aria-label={name} className="grid">
              <h2 className="font-bold text-xl">{name}</h2>
              <p className="pt-1 pb-6 text-ink-muted">{description}</p>
              {operations.map((operation) => (
                <Operation key={operation.id} operation={operation} />
              ))}
            </section>
          ))}
          <ErrorCodes errors={errors} />
        </div>
      </div>
    </Container>
  );
}
