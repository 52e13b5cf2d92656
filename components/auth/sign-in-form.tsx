"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import type { AccountFormAction } from "@/lib/auth/account-form-state";
import { AccountForm } from "./account-form";

type Props = { returnTo: string; signInAction: AccountFormAction };

export function SignInForm({ returnTo, signInAction }: Props) {
  const t = useTranslations("auth");

  return (
    <AccountForm action={signInAction} returnTo={returnTo} submitLabel={t("signIn.submit")}>
      {({ typed, faults }) => (
        <>
          <Field
            label={t("signIn.email")}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="username"
            defaultValue={typed.email}
            error={faults.includes("email") ? t("errors.email") : undefined}
            required
          />
          <Field
            label={t("signIn.password")}
            name="password"
            type="password"
            autoComplete="current-password"
            error={faults.includes("password") ? t("errors.passwordMissing") : undefined}
            required
          />
        </>
      )}
    </AccountForm>
  );
}
