"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useHydrated } from "@/components/checkout/use-hydrated";
import { Button } from "@/components/ui/button";
import { useRouter } from "@/lib/i18n/routing";
import { MadeKey } from "./made-key";
import { type CreateAction, NewKeyForm } from "./new-key-form";

type Step = { name: "closed" } | { name: "asking" } | { name: "made"; key: string };

/** The way to a new key: asked for, made, and shown this once. */
export function NewKey({ createAction }: { createAction: CreateAction }) {
  const t = useTranslations("apiKeys");
  const router = useRouter();
  const isHydrated = useHydrated();
  const [step, setStep] = useState<Step>({ name: "closed" });
  if (step.name === "made") return <MadeKey apiKey={step.key} onDone={() => setStep({ name: "closed" })} />;
  if (step.name === "asking") {
    return (
      <NewKeyForm
        createAction={createAction}
        onMade={(key) => {
          setStep({ name: "made", key });
          router.refresh();
        }}
        onCancel={() => setStep({ name: "closed" })}
      />
    );
  }
  return (
    <Button className="justify-self-start" disabled={!isHydrated} onClick={() => setStep({ name: "asking" })}>
      <Plus aria-hidden="true" className="size-5" />
      {t("new.open")}
    </Button>
  );
}
