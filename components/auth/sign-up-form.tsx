"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import type { AccountFormAction } from "@/lib/auth/account-form-state";
import { AccountForm } from "./account-form";

type Props = { returnTo: string; signUpAction: AccountFormAction };

export function SignUpForm({ returnTo, signUpAction }: Props) {
  const t = useTranslations("auth");

  return (
    <AccountForm action={signUpAction} returnTo={returnTo} submitLabel={t("signUp.submit")}>
      {({ typed, faults }) => (
        <>
          <Field
            label={t("signUp.name")}
            name="name"
            autoComplete="name"
            defaultValue={typed.name}
            error={faults.includes("name") ? t("errors.name") : undefined}
            required
          />
          <Field
            label={t("signUp.email")}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="username"
            defaultValue={typed.email}
            error={faults.includes("email") ? t("errors.email") : undefined}
            required
          />
          <Field
            label={t("signUp.password")}
            name="password"
            type="password"
            autoComplete="new-password"
            hint={t("signUp.passwordHint")}
            error={faults.includes("password") ? t("errors.password") : undefined}
            required
          />
        </>
      )}
    </AccountForm>
  );
}
