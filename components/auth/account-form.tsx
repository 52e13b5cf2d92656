"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { AccountFormAction, AccountFormState } from "@/lib/auth/account-form-state";

type Props = {
  action: AccountFormAction;
  returnTo: string;
  submitLabel: string;
  /** The fields, given what was typed and what is wrong with it. */
  children: (state: AccountFormState) => ReactNode;
};

const UNTOUCHED: AccountFormState = { typed: {}, faults: [], refusal: null };

/**
 * A form that works before and without JavaScript: it posts to the server action, never into the
 * address, where a password would end up in a log. What was typed comes back, but for the password.
 */
export function AccountForm({ action, returnTo, submitLabel, children }: Props) {
  const [state, formAction, isPending] = useActionState(action, UNTOUCHED);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const [first] = state.faults;
    if (first) form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  }, [state]);

  return (
    <form ref={form} action={formAction} noValidate className="grid gap-5">
      {state.refusal && <Notice tone="danger">{state.refusal}</Notice>}
      <input type="hidden" name="returnTo" value={returnTo} />
      {children(state)}
      <Button type="submit" size="lg" pending={isPending}>
        {submitLabel}
      </Button>
    </form>
  );
}
