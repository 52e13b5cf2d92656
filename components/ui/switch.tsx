import type { ReactNode } from "react";
import { cn } from "./class-names";

type SwitchProps = { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void };

/** A checkbox that works at once, without a button to press afterwards. The whole line answers. */
export function Switch({ label, checked, onChange }: SwitchProps) {
  return (
    <label className="relative flex min-h-11 items-center justify-between gap-4 rounded-md text-sm has-focus-visible:outline-3 has-focus-visible:outline-focus">
      <span className="font-medium">{label}</span>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
      />
      <span
        aria-hidden="true"
        className={cn(
          "relative h-7 w-12 shrink-0 rounded-full border border-line-strong bg-sunken transition-colors duration-150",
          "after:absolute after:top-0.5 after:left-0.5 after:size-5.5 after:rounded-full after:bg-line-strong",
          "after:transition-transform after:duration-150 after:ease-out",
          "peer-checked:border-ink peer-checked:bg-ink peer-checked:after:translate-x-5 peer-checked:after:bg-surface",
        )}
      />
    </label>
  );
}
