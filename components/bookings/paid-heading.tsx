import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";

/** "Am I in?": yes. */
export function PaidHeading({ seatCount }: { seatCount: number }) {
  const t = useTranslations("bookings.paid");
  return (
    <header className="grid gap-2 pt-8 pb-6 sm:pt-12 sm:pb-8">
      <CircleCheck aria-hidden="true" className="size-10 text-success" />
      <h1 className="text-balance font-extrabold text-2xl tracking-tight sm:text-3xl">{t("title")}</h1>
      <p className="text-ink-muted">{t("lead", { count: seatCount })}</p>
    </header>
  );
}
