"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** The new key, to be taken along: nobody can show it again. */
export function MadeKey({ apiKey, onDone }: { apiKey: string; onDone: () => void }) {
  const t = useTranslations("apiKeys.shown");
  const heading = useRef<HTMLHeadingElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => heading.current?.focus(), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(apiKey);
      setIsCopied(true);
    } catch {
      // Where the browser does not let us, the key stands there to be selected.
      setIsCopied(false);
    }
  }

  return (
    <section
      aria-labelledby="made-key"
      className="grid gap-4 rounded-lg border border-line-strong bg-sunken p-5 sm:p-6"
    >
      <div className="grid gap-1">
        <h2 id="made-key" ref={heading} tabIndex={-1} className="font-bold text-lg outline-none">
          {t("title")}
        </h2>
        <p className="text-ink-muted">{t("body")}</p>
      </div>
      <code className="wrap-anywhere select-all rounded-md border border-line bg-surface p-4 font-mono text-sm">
        {apiKey}
      </code>
      <p role="status" className="sr-only">
        {isCopied && t("copied")}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={copy}>
          {isCopied ? <Check aria-hidden="true" className="size-5" /> : <Copy aria-hidden="true" className="size-5" />}
          {isCopied ? t("copied") : t("copy")}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {t("close")}
        </Button>
      </div>
    </section>
  );
}
