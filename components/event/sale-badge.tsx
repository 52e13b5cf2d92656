import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ScheduleState } from "./sale-state";

const TONES: Record<ScheduleState, BadgeTone> = {
  on_sale: "success",
  opening_soon: "warning",
  sold_out: "neutral",
  past: "neutral",
  cancelled: "danger",
};

/** On sale, opening soon, sold out, over: in words, and in colour where colour helps. */
export function SaleBadge({ state }: { state: ScheduleState }) {
  const t = useTranslations("event.state");
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}
