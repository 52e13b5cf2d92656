import type { ReactNode } from "react";
import { cn } from "./class-names";

type EmptyStateProps = {
  title: ReactNode;
  body?: ReactNode | undefined;
  /** One way on: a link or a button. */
  action?: ReactNode | undefined;
  /** Where this is the whole page, its title is the page's heading. */
  titleAs?: "p" | "h1" | "h2" | undefined;
  className?: string | undefined;
};

/** Nothing here: an empty row of seats, a sentence and one action. */
export function EmptyState({ title, body, action, titleAs: Title = "p", className }: EmptyStateProps) {
  return (
    <div className={cn("grid justify-items-center gap-3 px-4 py-16 text-center", className)}>
      <svg viewBox="0 0 136 40" aria-hidden="true" className="mb-2 h-10 text-line-strong" fill="none">
        {[2, 36, 70, 104].map((x) => (
          <path
            key={x}
            d={`M${x} 38V14a12 12 0 0 1 12-12h6a12 12 0 0 1 12 12v24z`}
            stroke="currentColor"
            strokeWidth="2"
            strokeDasharray="4 4"
          />
        ))}
      </svg>
      <Title className="text-balance font-bold text-ink text-lg">{title}</Title>
      {body && <p className="max-w-[44ch] text-balance text-ink-muted">{body}</p>}
      {action && <div className="pt-2">{action}</div>}
    </div>
  );
}
