"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Container } from "@/components/ui/container";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations("site.error");
  return (
    <Container width="reading" className="grid justify-items-start gap-4 py-16 md:py-28" role="alert">
      <h1 className="text-balance font-extrabold text-2xl">{t("title")}</h1>
      <p className="max-w-[52ch] text-pretty text-ink-muted">{t("body")}</p>
      <Button onClick={retry} className="mt-2">
        {t("action")}
      </Button>
      {error.digest && <p className="text-ink-muted text-sm">{t("reference", { digest: error.digest })}</p>}
    </Container>
  );
}
