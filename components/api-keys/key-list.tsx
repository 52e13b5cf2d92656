import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { RevokeApiKeyInput } from "@/lib/accounts/api-key-schema";
import type { ApiKey } from "@/lib/accounts/api-keys";
import type { Result } from "@/lib/kernel/result";
import { formatDate, formatDateTime } from "@/lib/kernel/time-format";
import { RevokeKey } from "./revoke-key";

/** Keys belong to no hall. */
const KEYS_TIME_ZONE = "Asia/Seoul";

export type RevokeAction = (input: RevokeApiKeyInput) => Promise<Result<void>>;

type KeyListProps = { keys: readonly ApiKey[]; nowMs: number; revokeAction: RevokeAction };

export function KeyList({ keys, nowMs, revokeAction }: KeyListProps) {
  const t = useTranslations("apiKeys");
  if (keys.length === 0) return <EmptyState title={t("empty.title")} body={t("empty.body")} />;
  return (
    <ul aria-label={t("list")} className="divide-y divide-line border-line border-y">
      {keys.map((key) => (
        <li key={key.id} className="flex flex-wrap items-start justify-between gap-4 py-5">
          <OneKey apiKey={key} nowMs={nowMs} />
          <RevokeKey keyId={key.id} name={key.name} revokeAction={revokeAction} />
        </li>
      ))}
    </ul>
  );
}

function OneKey({ apiKey, nowMs }: { apiKey: ApiKey; nowMs: number }) {
  const t = useTranslations("apiKeys");
  const locale = useLocale();
  const { name, hint, scopes, createdAt, lastUsedAt, expiresAt } = apiKey;
  const isOver = expiresAt !== null && expiresAt.getTime() <= nowMs;
  const day = (at: Date) => formatDate(locale, at, KEYS_TIME_ZONE);
  return (
    <div className="grid min-w-0 gap-2">
      <h2 className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 font-bold">
        <span className="wrap-anywhere">{name}</span>
        {isOver && <Badge tone="neutral">{t("over")}</Badge>}
      </h2>
      <p className="font-mono text-ink-muted text-sm">
        <span aria-hidden="true">rlk_••••{hint}</span>
        <span className="sr-only">{t("endsWith", { hint })}</span>
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {scopes.map((scope) => (
          <li key={scope}>{t(`scopes.${scope}.title`)}</li>
        ))}
      </ul>
      <p className="text-ink-muted text-sm tabular-nums">
        {[
          t("made", { day: day(createdAt) }),
          lastUsedAt ? t("used", { time: formatDateTime(locale, lastUsedAt, KEYS_TIME_ZONE) }) : t("neverUsed"),
          expiresAt ? t("until", { day: day(expiresAt) }) : t("untilRevoked"),
        ].join(" · ")}
      </p>
    </div>
  );
}
