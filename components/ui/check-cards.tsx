import { type ReactNode, useId } from "react";
import { cn } from "./class-names";

type CheckCard = { value: string; title: ReactNode; body?: ReactNode | undefined };

type CheckCardsProps = {
  legend: ReactNode;
  name: string;
  options: readonly CheckCard[];
  defaultValues?: readonly string[] | undefined;
  error?: string | undefined;
};

/** Any of a few, each with room to explain itself. Native checkboxes: forms submit each value that is ticked. */
export function CheckCards({ legend, name, options, defaultValues = [], error }: CheckCardsProps) {
  const errorId = useId();
  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={error ? errorId : undefined}>
      <legend className="mb-2 font-medium text-ink text-sm">{legend}</legend>
      {options.map(({ value, title, body }) => (
        <label
          key={value}
          className={cn(
            "flex min-h-14 cursor-pointer items-center gap-3 rounded-md border border-line-strong bg-surface px-4 py-3",
            "transition-colors duration-150 hover:border-ink has-checked:border-ink has-checked:bg-sunken",
            "has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
            error && "border-danger",
          )}
        >
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={defaultValues.includes(value)}
            className="size-5 shrink-0 accent-ink outline-none"
          />
          <span className="grid min-w-0 flex-1 gap-0.5">
            <span className="font-semibold text-ink">{title}</span>
            {body && <span className="text-ink-muted text-sm">{body}</span>}
          </span>
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
