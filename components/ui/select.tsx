import { ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./class-names";
import { FieldFrame, fieldIds, inputClasses } from "./field-frame";

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };

type SelectProps = Omit<ComponentProps<"select">, "name" | "children"> & {
  label: ReactNode;
  name: string;
  options: readonly SelectOption[];
  error?: string | undefined;
  hint?: ReactNode | undefined;
};

/** A labelled native select: the phone's own picker, the keyboard's own keys. */
export function Select({ label, options, error, hint, id, className, ...select }: SelectProps) {
  const generated = useId();
  const selectId = id ?? generated;
  const { describedBy } = fieldIds(selectId, { error, hint });
  return (
    <FieldFrame inputId={selectId} label={label} error={error} hint={hint} className={className}>
      <div className="relative">
        <select
          id={selectId}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className={cn(inputClasses, "cursor-pointer appearance-none pr-10", error && "border-danger")}
          {...select}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-muted"
        />
      </div>
    </FieldFrame>
  );
}
