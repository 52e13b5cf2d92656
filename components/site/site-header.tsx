import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Wordmark } from "@/components/brand/wordmark";
import { Container } from "@/components/ui/container";
import { Popover } from "@/components/ui/popover";
import { LanguageSwitch } from "./language-switch";
import { PatientLink } from "./patient-link";
import { SiteNav } from "./site-nav";
import { ThemeSwitch } from "./theme-switch";
import { WithoutScript } from "./without-script";

type SiteHeaderProps = {
  /** Who is signed in: `AccountMenu` within its own Suspense, so that the rest of the header stays static. */
  account: ReactNode;
};

/** Name, navigation, language, theme, account. On a phone all but the account folds into one menu. */
export function SiteHeader({ account }: SiteHeaderProps) {
  const t = useTranslations("site");
  return (
    <header className="sticky top-0 z-40 border-line border-b bg-paper print:hidden">
      <WithoutScript />
      <a
        href="#content"
        className="absolute top-2 left-4 z-50 -translate-y-20 rounded-md bg-ink px-4 py-3 font-semibold text-paper focus:translate-y-0"
      >
        {t("skipToContent")}
      </a>
      <Container className="flex h-(--header-height) items-center gap-2">
        <PatientLink href="/" aria-label={t("home")} className="-ml-2 flex min-h-11 items-center rounded-md px-2">
          <Wordmark />
        </PatientLink>
        <nav aria-label={t("nav.label")} className="ml-6 hidden h-full md:flex">
          <SiteNav layout="bar" />
        </nav>
        <div className="ml-auto flex items-center gap-1 md:gap-3">
          <div className="hidden items-center gap-2 lg:flex">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
          {account}
          <Popover
            button={<Menu aria-hidden="true" className="size-6" />}
            aria-label={t("menu")}
            className="-mr-2 grid size-11 cursor-pointer place-items-center rounded-md hover:bg-sunken lg:hidden"
            panelClassName="fixed top-[calc(var(--header-height)+0.25rem)] right-4 left-4 w-auto p-3! md:left-auto md:w-80"
          >
            <nav aria-label={t("nav.label")} className="md:hidden">
              <SiteNav layout="list" />
            </nav>
            <div className="flex items-center justify-between max-md:mt-2 max-md:border-line max-md:border-t max-md:pt-3">
              <LanguageSwitch />
              <ThemeSwitch />
            </div>
          </Popover>
        </div>
      </Container>
    </header>
  );
}
