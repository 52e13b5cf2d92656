"use client";

import { useLocale, useTranslations } from "next-intl";
import { Suspense } from "react";
import { getPathname, usePathname } from "@/lib/i18n/routing";
import { LOCALES } from "@/lib/kernel/locale";

/**
 * The same page in the other language. A whole new document on purpose: nothing cached for one
 * language can be left standing in the other. The site's first script adds what was searched for.
 */
export function LanguageSwitch() {
  return (
    <Suspense fallback={<OtherLanguage pathname="/" />}>
      <OtherLanguageHere />
    </Suspense>
  );
}

function OtherLanguageHere() {
  return <OtherLanguage pathname={usePathname()} />;
}

function OtherLanguage({ pathname }: { pathname: string }) {
  const t = useTranslations("site.language");
  const locale = useLocale();
  const other = LOCALES.find((candidate) => candidate !== locale) ?? locale;
  const href = getPathname({ href: pathname, locale: other, forcePrefix: true });
  return (
    <a
      href={href}
      hrefLang={other}
      lang={other}
      className="flex min-h-11 items-center rounded-md px-3 font-semibold text-ink-muted text-sm transition-colors hover:bg-sunken hover:text-ink"
    >
      {t("switchTo")}
    </a>
  );
}
