import type { ReactNode } from "react";
import { cn } from "./class-names";

type PageHeadingProps = {
  title: ReactNode;
  lead?: ReactNode | undefined;
  className?: string | undefined;
};

/** The page's one h1 and, at most, one sentence under it. */
export function PageHeading({ title, lead, className }: PageHeadingProps) {
  return (
    <header className={cn("grid gap-2 pt-8 pb-6 sm:pt-12 sm:pb-8", className)}>
      <h1 className="text-balance font-extrabold text-2xl tracking-tight sm:text-3xl">{title}</h1>
      {lead && <p className="max-w-[60ch] text-pretty text-ink-muted">{lead}</p>}
    </header>
  );
}
