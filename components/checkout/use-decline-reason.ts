import { useTranslations } from "next-intl";

/** Says in words why a card was declined; a reason we have no words for is just "declined". */
export function useDeclineReason(): (reason: string | null) => string {
  const t = useTranslations("checkout.declined");
  return (reason) => {
    switch (reason) {
      case "insufficient_funds":
      case "lost_card":
      case "expired_card":
        return t(reason);
      case "no_answer":
      case "gateway_unavailable":
      case "never_charged":
        return t("unanswered");
      default:
        return t("other");
    }
  };
}
