"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SignUpInput } from "@/lib/accounts/schema";
import type { Result } from "@/lib/kernel/result";
import { useAccountForm } from "./use-account-form";

type Props = {
  returnTo: string;
  signUpAction: (input: SignUpInput) => Promise<Result<null>>;
};

const FIELDS = ["name", "email", "password"] as const;

export function SignUpForm({ returnTo, signUpAction }: Props) {
  const t = useTranslations("auth");
  const { onSubmit, errors, refusal, isPending } = useAccountForm({
    returnTo,
    networkError: t("errors.network"),
    submit: ({ email = "", name = "", password = "" }) => signUpAction({ email, name, password }),
    validate: (fields) =>
      Object.fromEntries(
        FIELDS.filter((field) => !SignUpInput.shape[field].safeParse(fields[field]).success).map((field) => [
          field,
          t(`errors.${field}`),
        ]),
      ),
  });

  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-5">
      {refusal && <Notice tone="danger">{refusal}</Notice>}
      <Field label={t("signUp.name")} name="name" autoComplete="name" error={errors.name} required />
      <Field
        label={t("signUp.email")}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        error={errors.email}
        required
      />
      <Field
        label={t("signUp.password")}
        name="password"
        type="password"
        autoComplete="new-password"
        hint={t("signUp.passwordHint")}
        error={errors.password}
        required
      />
      <Button type="submit" size="lg" pending={isPending}>
        {t("signUp.submit")}
      </Button>
    </form>
  );
}
