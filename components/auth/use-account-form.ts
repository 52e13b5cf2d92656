"use client";

import { useLocale } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { getPathname } from "@/lib/i18n/routing";
import type { Result } from "@/lib/kernel/result";

type Fields = Record<string, string>;

type AccountForm = {
  /** Checked in the browser first; the server checks again. Answers the messages by field. */
  validate: (fields: Fields) => Fields;
  submit: (fields: Fields) => Promise<Result<null>>;
  returnTo: string;
  networkError: string;
};

/**
 * Sends an account form. What was typed stays in its fields whatever happens. Success loads the next
 * page whole, so that no part of the old one still believes that nobody is signed in.
 */
export function useAccountForm({ validate, submit, returnTo, networkError }: AccountForm) {
  const locale = useLocale();
  const [errors, setErrors] = useState<Fields>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const faults = validate(fields);
    setErrors(faults);
    setRefusal(null);
    const [firstFault] = Object.keys(faults);
    if (firstFault) {
      form.querySelector<HTMLInputElement>(`[name="${firstFault}"]`)?.focus();
      return;
    }
    startTransition(async () => {
      try {
        const result = await submit(fields);
        if (result.ok) window.location.assign(getPathname({ locale, href: returnTo }));
        else setRefusal(result.error.message);
      } catch {
        setRefusal(networkError);
      }
    });
  }

  return { onSubmit, errors, refusal, isPending };
}
