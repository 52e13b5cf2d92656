import { LoaderCircle, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Connection } from "./availability-poll";

/** Says honestly that the seats may have changed since; nothing while all is well. */
export function ConnectionNote({ connection }: { connection: Connection }) {
  const t = useTranslations("seatMap.connection");
  const Icon = connection === "offline" ? WifiOff : LoaderCircle;
  return (
    <p role="status" className="pointer-events-none absolute inset-x-0 top-3 z-10 flex justify-center px-3">
      {connection !== "live" && (
        <span className="flex items-center gap-2 rounded-md bg-ink px-3 py-2 font-medium text-sm text-surface">
          <Icon aria-hidden="true" className="size-4 shrink-0" />
          {t(connection)}
        </span>
      )}
    </p>
  );
}
