import { useTranslations } from "next-intl";
import { Wordmark } from "@/components/brand/wordmark";
import { Container } from "@/components/ui/container";
import { LanguageSwitch } from "./language-switch";
import { PatientLink } from "./patient-link";
import { SiteNav } from "./site-nav";

/** The promise of the house, and the ways on. */
export function SiteFooter() {
  const t = useTranslations("site");
  return (
    <footer className="mt-24 border-line border-t bg-sunken print:hidden">
      <Container className="grid gap-8 py-10 md:grid-cols-[1fr_auto] md:py-14">
        <div className="grid gap-3">
          <Wordmark />
          <p className="max-w-[44ch] text-pretty text-ink-muted text-sm">{t("footer.promise")}</p>
        </div>
        <nav aria-label={t("footer.nav")} className="-mx-3 flex flex-wrap items-center gap-x-2 text-sm md:mx-0">
          <SiteNav layout="line" />
          <PatientLink
            href="/docs/api"
            className="flex min-h-11 items-center whitespace-nowrap px-3 font-semibold text-ink-muted text-sm hover:text-ink"
          >
            {t("footer.api")}
          </PatientLink>
          <LanguageSwitch />
        </nav>
      </Container>
    </footer>
  );
}
