import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/lib/i18n/routing";

export default function NotFound() {
  const t = useTranslations("site.notFound");
  return (
    <Container className="py-12 md:py-24">
      <EmptyState
        titleAs="h1"
        title={t("title")}
        body={t("body")}
        action={
          <Button asChild>
            <Link href="/">{t("action")}</Link>
          </Button>
        }
      />
    </Container>
  );
}
