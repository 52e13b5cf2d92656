import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = { title: ReactNode; isOpen?: boolean; children: ReactNode };

/** A part that opens when it is wanted, without a script. */
export function Disclosure({ title, isOpen = false, children }: DisclosureProps) {
  return (
    <details open={isOpen} className="group grid">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 font-semibold text-sm [&::-webkit-details-marker]:hidden">
        <ChevronDown
          aria-hidden="true"
          className="-rotate-90 size-4 text-ink-muted transition-transform group-open:rotate-0"
        />
        {title}
      </summary>
      <div className="grid gap-4 pt-1 pb-3">{children}</div>
    </details>
  );
}
