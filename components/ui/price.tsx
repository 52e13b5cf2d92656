import { formatKrw } from "@/lib/kernel/money";
import { cn } from "./class-names";

type PriceProps = { amountKrw: number; className?: string | undefined };

/** "₩198,000" in tabular figures, never broken over lines. */
export function Price({ amountKrw, className }: PriceProps) {
  return <span className={cn("whitespace-nowrap font-bold tabular-nums", className)}>{formatKrw(amountKrw)}</span>;
}
