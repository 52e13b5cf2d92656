"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckCards } from "@/components/ui/check-cards";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { RadioCards } from "@/components/ui/radio-cards";
import { API_KEY_LIFETIMES_DAYS, API_KEY_NAME_LENGTH_MAX, CreateApiKeyInput } from "@/lib/accounts/api-key-schema";
import { API_SCOPES } from "@/lib/kernel/actor";
import type { Result } from "@/lib/kernel/result";

export type CreateAction = (input: CreateApiKeyInput) => Promise<Result<{ key: string }>>;

type NewKeyFormProps = { createAction: CreateAction; onMade: (key: string) => void; onCancel: () => void };

const UNTIL_REVOKED = "revoked";
const LIFETIMES = [...API_KEY_LIFETIMES_DAYS.map(String), UNTIL_REVOKED];

/** What the key is called, what it may do and how long it is good. What was typed stays, whatever the answer. */
export function NewKeyForm({ createAction, onMade, onCancel }: NewKeyFormProps) {
  const t = useTranslations("apiKeys");
  const name = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  useEffect(() => name.current?.focus(), []);

  async function make(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const parsed = CreateApiKeyInput.safeParse(readForm(new FormData(event.currentTarget)));
    setRefusal(null);
    setFaults(parsed.error?.issues.map((issue) => String(issue.path[0])) ?? []);
    if (!parsed.success) return;
    setIsMaking(true);
    try {
      const result = await createAction(parsed.data);
      if (result.ok) return onMade(result.data.key);
      setRefusal(result.error.message);
    } catch {
      setRefusal(t("new.offline"));
    }
    setIsMaking(false);
  }

  return (
    <form
      onSubmit={make}
      noValidate
      aria-busy={isMaking}
      className="grid gap-6 rounded-lg border border-line p-5 sm:p-6"
    >
      <h2 className="font-bold text-lg">{t("new.title")}</h2>
      {refusal && <Notice tone="danger">{refusal}</Notice>}
      <Field
        ref={name}
        name="name"
        label={t("new.name")}
        hint={t("new.nameHint")}
        maxLength={API_KEY_NAME_LENGTH_MAX}
        autoComplete="off"
        error={faults.includes("name") ? t("new.faults.name") : undefined}
        required
      />
      <CheckCards
        legend={t("new.scopes")}
        name="scopes"
        options={API_SCOPES.map((scope) => ({
          value: scope,
          title: t(`scopes.${scope}.title`),
          body: t(`scopes.${scope}.body`),
        }))}
        defaultValues={["read"]}
        error={faults.includes("scopes") ? t("new.faults.scopes") : undefined}
      />
      <RadioCards
        legend={t("new.lifetime")}
        name="lifetime"
        options={LIFETIMES.map((days) => ({
          value: days,
          title: days === UNTIL_REVOKED ? t("new.untilRevoked") : t("new.days", { days }),
        }))}
        defaultValue="90"
        className="sm:grid-cols-2"
      />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button variant="secondary" onClick={onCancel}>
          {t("new.cancel")}
        </Button>
        <Button type="submit" pending={isMaking}>
          {t("new.submit")}
        </Button>
      </div>
    </form>
  );
}

function readForm(form: FormData) {
  const lifetime = form.get("lifetime");
  const expiresInDays = lifetime === UNTIL_REVOKED ? null : Number(lifetime);
  return { name: form.get("name"), scopes: form.getAll("scopes"), expiresInDays };
}
