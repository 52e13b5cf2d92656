"use client";

import type { ChangeEvent, ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { caretAfter } from "./card-format";

type CardInputProps = Omit<ComponentProps<typeof Field>, "onChange" | "value"> & {
  value: string;
  format: (typed: string) => string;
  onValueChange: (formatted: string) => void;
};

/** Digits that group themselves while they are typed or pasted; the caret stays where it was. */
export function CardInput({ format, onValueChange, ...field }: CardInputProps) {
  function onChange({ target }: ChangeEvent<HTMLInputElement>) {
    const { value: typed, selectionStart } = target;
    const formatted = format(typed);
    onValueChange(formatted);
    if (selectionStart === null || selectionStart === typed.length) return;
    const caret = caretAfter(formatted, typed.slice(0, selectionStart).replace(/\D/g, "").length);
    // After React has put the formatted value in, which moves the caret to the end.
    queueMicrotask(() => target.setSelectionRange(caret, caret));
  }

  return <Field inputMode="numeric" spellCheck={false} {...field} onChange={onChange} />;
}
