"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import { useRouter } from "@/lib/i18n/routing";
import type { RevokeAction } from "./key-list";

type RevokeKeyProps = { keyId: string; name: string; revokeAction: RevokeAction };

/** Ends a key after saying what will stop working. */
export function RevokeKey({ keyId, name, revokeAction }: RevokeKeyProps) {
  const t = useTranslations("apiKeys.revoke");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [isRevoking, setIsRevoking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function revoke() {
    setIsRevoking(true);
    setRefusal(null);
    try {
      const result = await revokeAction({ keyId });
      if (!result.ok) return setRefusal(result.error.message);
      setIsOpen(false);
      void notify(t("done", { name }));
      router.refresh();
    } catch {
      setRefusal(t("offline"));
    } finally {
      setIsRevoking(false);
    }
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        setRefusal(null);
      }}
      title={t("title", { name })}
      description={t("body")}
      trigger={
        <Button variant="secondary" size="sm" aria-label={t("openFor", { name })}>
          {t("open")}
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">{t("keep")}</Button>
          </DialogClose>
          <Button variant="danger" pending={isRevoking} onClick={revoke}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      {refusal && <Notice tone="danger">{refusal}</Notice>}
    </Dialog>
  );
}
