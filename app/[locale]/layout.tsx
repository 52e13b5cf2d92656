import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { AccountMenu, AccountSkeleton } from "@/components/site/account-menu";
import { FirstScript } from "@/components/site/first-script";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { Toaster } from "@/components/ui/toaster";
import { signOutAction } from "@/lib/auth/actions";
import { currentUser } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { ClientWords } from "@/lib/i18n/client-words";
import { LOCALES } from "@/lib/kernel/locale";
import "../globals.css";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const generateStaticParams = () => LOCALES.map((locale) => ({ locale }));

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#15100c" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return {
    ...(env.APP_URL ? { metadataBase: new URL(env.APP_URL) } : {}),
    title: { default: "Rowlock", template: "%s · Rowlock" },
    description: t("description"),
  };
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(LOCALES, locale)) notFound();

  return (
    <html lang={locale} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        <FirstScript />
        <ClientWords of={[]}>
          <SiteHeader
            account={
              <Suspense fallback={<AccountSkeleton />}>
                <Account />
              </Suspense>
            }
          />
          <main id="content" tabIndex={-1} className="flex-1">
            {children}
          </main>
          <SiteFooter />
          <Toaster />
        </ClientWords>
      </body>
    </html>
  );
}

async function Account() {
  return <AccountMenu user={await currentUser()} signOutAction={signOutAction} />;
}
