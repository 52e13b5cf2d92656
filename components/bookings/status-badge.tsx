import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { BookingStatus } from "@/lib/db/schema/bookings";

const TONES: Record<BookingStatus, BadgeTone> = {
  pending: "warning",
  confirmed: "success",
  cancelled: "neutral",
  refunded: "neutral",
  expired: "neutral",
};

export function StatusBadge({ status }: { status: BookingStatus }) {
  const t = useTranslations("bookings.status");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
