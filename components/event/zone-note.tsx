"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

const never = () => () => {};
const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Says whose clock the times are on, but only to a reader whose own clock may differ. */
export function ZoneNote({ timeZone }: { timeZone: string }) {
  const t = useTranslations("event.schedules");
  const mine = useSyncExternalStore(never, readerZone, () => timeZone);
  if (mine === timeZone) return null;
  return <p className="text-ink-muted text-sm">{t("zone", { timeZone: timeZone.replaceAll("_", " ") })}</p>;
}
