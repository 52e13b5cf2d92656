import { Minus, Plus } from "lucide-react";
import { type ReactNode, useId } from "react";

type StepperProps = {
  label: ReactNode;
  value: number;
  min: number;
  max: number;
  /** The value in words: "2명". */
  words: string;
  fewerLabel: string;
  moreLabel: string;
  onChange: (value: number) => void;
};

/** A small whole number, changed by one at a time with a thumb or a key. */
export function Stepper({ label, value, min, max, words, fewerLabel, moreLabel, onChange }: StepperProps) {
  const labelId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside the buttons.
    <div role="group" aria-labelledby={labelId} className="flex items-center justify-between gap-4">
      <span id={labelId} className="font-medium text-sm">
        {label}
      </span>
      <div className="flex items-center rounded-md border border-line-strong">
        <StepButton label={fewerLabel} isSpent={value <= min} onPress={() => onChange(Math.max(min, value - 1))}>
          <Minus aria-hidden="true" className="size-4" />
        </StepButton>
        <output aria-live="polite" className="min-w-14 whitespace-nowrap text-center font-bold tabular-nums">
          {words}
        </output>
        <StepButton label={moreLabel} isSpent={value >= max} onPress={() => onChange(Math.min(max, value + 1))}>
          <Plus aria-hidden="true" className="size-4" />
        </StepButton>
      </div>
    </div>
  );
}

type StepButtonProps = { label: string; isSpent: boolean; onPress: () => void; children: ReactNode };

/** At its end a button stays where the keyboard is, and says that it can do no more. */
const StepButton = ({ label, isSpent, onPress, children }: StepButtonProps) => (
  <button
    type="button"
    aria-label={label}
    aria-disabled={isSpent || undefined}
    onClick={isSpent ? undefined : onPress}
    className="grid size-11 cursor-pointer place-items-center rounded-md hover:bg-sunken focus-visible:-outline-offset-3 aria-disabled:cursor-not-allowed aria-disabled:opacity-35"
  >
    {children}
  </button>
);
