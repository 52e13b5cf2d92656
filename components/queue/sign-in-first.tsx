import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/lib/i18n/routing";

/** There is one place for each account, so the line begins with signing in. */
export function SignInFirst({ scheduleId }: { scheduleId: string }) {
  const t = useTranslations("queue.signIn");
  const href = { pathname: "/sign-in", query: { returnTo: `/schedules/${scheduleId}` } };
  return (
    <EmptyState
      className="flex-1 content-center"
      title={t("title")}
      body={t("body")}
      action={
        <Button asChild size="lg">
          <Link href={href}>{t("action")}</Link>
        </Button>
      }
    />
  );
}
