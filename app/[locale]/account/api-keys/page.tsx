import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { KeyList } from "@/components/api-keys/key-list";
import { KeysSkeleton } from "@/components/api-keys/keys-skeleton";
import { NewKey } from "@/components/api-keys/new-key";
import { Container } from "@/components/ui/container";
import { PageHeading } from "@/components/ui/page-heading";
import { requireUser } from "@/lib/auth/require-user";
import { ClientWords } from "@/lib/i18n/client-words";
import { readMyApiKeys } from "@/lib/views/my-api-keys";
import { createApiKeyAction, revokeApiKeyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("apiKeys");
  return { title: t("title") };
}

export default async function ApiKeysPage() {
  const t = await getTranslations("apiKeys");
  return (
    <ClientWords of={["apiKeys"]}>
      <Container width="reading" className="pb-24">
        <PageHeading title={t("title")} lead={t("lead")} />
        <Suspense fallback={<KeysSkeleton />}>
          <MyKeys />
        </Suspense>
      </Container>
    </ClientWords>
  );
}

async function MyKeys() {
  await requireUser("/account/api-keys");
  const { keys, nowMs } = await readMyApiKeys();
  return (
    <div className="grid gap-8">
      <NewKey createAction={createApiKeyAction} />
      <KeyList keys={keys} nowMs={nowMs} revokeAction={revokeApiKeyAction} />
    </div>
  );
}
