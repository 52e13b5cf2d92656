import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { Container } from "@/components/ui/container";
import { PageHeading } from "@/components/ui/page-heading";
import { Skeleton } from "@/components/ui/skeleton";
import { signUpAction } from "@/lib/auth/actions";
import { ClientWords } from "@/lib/i18n/client-words";
import { Link } from "@/lib/i18n/routing";
import { safeReturnTo } from "@/lib/kernel/return-to";

type Props = PageProps<"/[locale]/sign-up">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signUp");
  return { title: t("title") };
}

export default async function SignUpPage({ searchParams }: Props) {
  const t = await getTranslations("auth.signUp");

  return (
    <ClientWords of={["auth"]}>
      <Container width="narrow" className="pb-24">
        <PageHeading title={t("title")} lead={t("lead")} />
        <Suspense fallback={<Skeleton className="h-96" />}>
          <SignUp searchParams={searchParams} />
        </Suspense>
      </Container>
    </ClientWords>
  );
}

async function SignUp({ searchParams }: Pick<Props, "searchParams">) {
  const t = await getTranslations("auth.signUp");
  const { returnTo: asked, refused } = await searchParams;
  const returnTo = safeReturnTo(asked);

  return (
    <div className="grid gap-6">
      <RefusalNotice code={refused} />
      <SignUpForm returnTo={returnTo} signUpAction={signUpAction} />
      <p className="text-ink-muted text-sm">
        {t("hasAccount")}{" "}
        <Link
          className="inline-flex min-h-11 items-center font-semibold text-ink underline underline-offset-4"
          href={{ pathname: "/sign-in", query: { returnTo } }}
        >
          {t("toSignIn")}
        </Link>
      </p>
    </div>
  );
}
