"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ScheduleError({ retry }: ErrorPageProps) {
  const t = useTranslations("site.seatsError");
  return (
    <div role="alert">
      <EmptyState title={t("title")} body={t("body")} action={<Button onClick={retry}>{t("retry")}</Button>} />
    </div>
  );
}
