import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./class-names";
import { FieldFrame, fieldIds, inputClasses } from "./field-frame";

export type FieldProps = Omit<ComponentProps<"input">, "name"> & {
  label: ReactNode;
  name: string;
  /** What is wrong and what to do; shown under the input and read out with it. */
  error?: string | undefined;
  hint?: ReactNode | undefined;
};

/** One labelled text input. Set `autoComplete` and `inputMode`; pasting is always allowed. */
export function Field({ label, error, hint, id, className, required, ...input }: FieldProps) {
  const generated = useId();
  const inputId = id ?? generated;
  const { describedBy } = fieldIds(inputId, { error, hint });
  return (
    <FieldFrame inputId={inputId} label={label} error={error} hint={hint} className={className}>
      <input
        id={inputId}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        className={cn(inputClasses, error && "border-danger!")}
        {...input}
      />
    </FieldFrame>
  );
}
