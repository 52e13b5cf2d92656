import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export const inputClasses = cn(
  "min-h-11 w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink",
  "transition-colors duration-150 placeholder:text-ink-muted hover:border-ink disabled:opacity-45",
);

type Notes = { error?: string | undefined; hint?: ReactNode | undefined };

/** The ids that tie an input to its hint and its error. */
export function fieldIds(inputId: string, { error, hint }: Notes) {
  const hintId = hint ? `${inputId}-hint` : undefined;
  const errorId = error ? `${inputId}-error` : undefined;
  return { hintId, errorId, describedBy: [errorId, hintId].filter(Boolean).join(" ") || undefined };
}

type FieldFrameProps = Notes & {
  inputId: string;
  label: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** Label above, then the input, then its hint or error. */
export function FieldFrame({ inputId, label, error, hint, className, children }: FieldFrameProps) {
  const { hintId, errorId } = fieldIds(inputId, { error, hint });
  return (
    <div className={cn("grid grid-cols-1 gap-1.5", className)}>
      <label htmlFor={inputId} className="font-medium text-ink text-sm">
        {label}
      </label>
      {children}
      {error && (
        <p id={errorId} className="flex gap-1.5 text-danger text-sm">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-ink-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
