"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SignInInput } from "@/lib/accounts/schema";
import type { Result } from "@/lib/kernel/result";
import { useAccountForm } from "./use-account-form";

type Props = {
  returnTo: string;
  signInAction: (input: { email: string; password: string }) => Promise<Result<null>>;
};

export function SignInForm({ returnTo, signInAction }: Props) {
  const t = useTranslations("auth");
  const { onSubmit, errors, refusal, isPending } = useAccountForm({
    returnTo,
    networkError: t("errors.network"),
    submit: ({ email = "", password = "" }) => signInAction({ email, password }),
    validate: (fields) => ({
      ...(SignInInput.shape.email.safeParse(fields.email).success ? {} : { email: t("errors.email") }),
      ...(fields.password ? {} : { password: t("errors.passwordMissing") }),
    }),
  });

  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-5">
      {refusal && <Notice tone="danger">{refusal}</Notice>}
      <Field
        label={t("signIn.email")}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        error={errors.email}
        required
      />
      <Field
        label={t("signIn.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        error={errors.password}
        required
      />
      <Button type="submit" size="lg" pending={isPending}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
