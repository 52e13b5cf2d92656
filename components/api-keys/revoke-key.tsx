"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";
import { useRouter } from "@/lib/i18n/routing";
import type { RevokeAction } from "./key-list";

type RevokeKeyProps = { keyId: string; name: string; revokeAction: RevokeAction };

/** Ends a key after saying what will stop working. */
export function RevokeKey({ keyId, name, revokeAction }: RevokeKeyProps) {
  const t = useTranslations("apiKeys.revoke");
  const router = useRouter();
  return (
    <ConfirmDialog
      title={t("title", { name })}
      description={t("body")}
      trigger={
        <Button variant="secondary" size="sm" aria-label={t("openFor", { name })}>
          {t("open")}
        </Button>
      }
      words={{ keep: t("keep"), confirm: t("confirm"), offline: t("offline") }}
      act={() => revokeAction({ keyId })}
      onDone={() => {
        void notify(t("done", { name }));
        router.refresh();
      }}
    />
  );
}
