import { cn } from "@/components/ui/class-names";
import { Mark } from "./mark";

/** The mark and the name, as they stand in the header and the footer. */
export function Wordmark({ className }: { className?: string | undefined }) {
  return (
    <span
      className={cn(
        "inline-flex items-center whitespace-nowrap gap-2 font-extrabold text-ink text-lg tracking-[-0.035em]",
        className,
      )}
    >
      <Mark className="size-7" />
      Rowlock
    </span>
  );
}
