import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Container } from "@/components/ui/container";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Skeleton } from "@/components/ui/skeleton";
import { signInAction, signInWithProviderAction } from "@/lib/auth/actions";
import { PROVIDER_BUTTONS } from "@/lib/auth/providers";
import { ClientWords } from "@/lib/i18n/client-words";
import { Link } from "@/lib/i18n/routing";
import { safeReturnTo } from "@/lib/kernel/return-to";

type Props = PageProps<"/[locale]/sign-in">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations("auth.signIn");

  return (
    <ClientWords of={["auth"]}>
      <Container width="narrow" className="pb-24">
        <PageHeading title={t("title")} lead={t("lead")} />
        <Suspense fallback={<Skeleton className="h-72" />}>
          <SignIn searchParams={searchParams} />
        </Suspense>
      </Container>
    </ClientWords>
  );
}

async function SignIn({ searchParams }: Pick<Props, "searchParams">) {
  const t = await getTranslations("auth.signIn");
  const { returnTo: asked, error, refused } = await searchParams;
  const returnTo = safeReturnTo(asked);

  return (
    <div className="grid gap-6">
      <RefusalNotice code={refused} />
      {error && <Notice tone="danger">{t("providerFailed")}</Notice>}
      <SignInForm returnTo={returnTo} signInAction={signInAction} />
      <ProviderButtons
        providers={PROVIDER_BUTTONS}
        returnTo={returnTo}
        signInWithProviderAction={signInWithProviderAction}
      />
      <p className="text-ink-muted text-sm">
        {t("noAccount")}{" "}
        <Link
          className="inline-flex min-h-11 items-center font-semibold text-ink underline underline-offset-4"
          href={{ pathname: "/sign-up", query: { returnTo } }}
        >
          {t("toSignUp")}
        </Link>
      </p>
    </div>
  );
}
