import { useLocale } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ERRORS } from "@/lib/kernel/errors";

/** Why a form that was sent without script was refused; nothing for a code that is none of ours. */
export function RefusalNotice({ code }: { code: unknown }) {
  const locale = useLocale();
  const refusal = Object.entries(ERRORS).find(([known]) => known === code)?.[1];
  return refusal ? <Notice tone="danger">{refusal[locale]}</Notice> : null;
}
