import { type ReactNode, useId } from "react";
import { cn } from "./class-names";

export type RadioCard<V extends string = string> = {
  value: V;
  title: ReactNode;
  body?: ReactNode | undefined;
  /** At the far end of the card: a price, a balance. */
  aside?: ReactNode | undefined;
  disabled?: boolean | undefined;
};

type RadioCardsProps<V extends string> = {
  legend: ReactNode;
  name: string;
  options: readonly RadioCard<V>[];
  value?: V | undefined;
  defaultValue?: V | undefined;
  onValueChange?: ((value: V) => void) | undefined;
  hideLegend?: boolean | undefined;
  error?: string | undefined;
  className?: string | undefined;
};

/** One choice of a few, each with room to explain itself. Native radios: arrows move, forms submit. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>) {
  const { legend, name, options, value, defaultValue, onValueChange, hideLegend, error, className } = props;
  const errorId = useId();
  const isControlled = value !== undefined;
  return (
    <fieldset className={cn("grid min-w-0 gap-2", className)} aria-describedby={error ? errorId : undefined}>
      <legend className={cn("mb-2 font-medium text-ink text-sm", hideLegend && "sr-only")}>{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            "flex min-h-14 cursor-pointer items-center gap-3 rounded-md border border-line-strong bg-surface px-4 py-3",
            "transition-colors duration-150 hover:border-ink has-checked:border-ink has-checked:bg-sunken",
            "has-checked:ring-1 has-checked:ring-ink has-disabled:cursor-not-allowed has-disabled:opacity-55",
            "has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            disabled={option.disabled}
            className="size-5 shrink-0 accent-ink outline-none"
            {...(isControlled
              ? { checked: value === option.value, onChange: () => onValueChange?.(option.value) }
              : { defaultChecked: defaultValue === option.value, onChange: () => onValueChange?.(option.value) })}
          />
          <span className="grid min-w-0 flex-1 gap-0.5">
            <span className="font-semibold text-ink">{option.title}</span>
            {option.body && <span className="text-ink-muted text-sm">{option.body}</span>}
          </span>
          {option.aside && <span className="shrink-0 text-right tabular-nums">{option.aside}</span>}
        </label>
      ))}
      {error && (
        <p id={errorId} className="text-danger text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}
