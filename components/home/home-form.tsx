"use client";

import { useLocale } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { getPathname, useRouter } from "@/lib/i18n/routing";
import { addressOf, readQuery } from "./on-sale-query";

type HomeFormProps = {
  /** What the address already asks for and this form does not. */
  keep: Record<string, string | undefined>;
  onSend?: (() => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A GET form to the home page. Without script the browser sends it; with script only the list changes. */
export function HomeForm({ keep, onSend, className, children }: HomeFormProps) {
  const locale = useLocale();
  const router = useRouter();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend?.();
    const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    router.push(addressOf(readQuery(Object.fromEntries(fields))), { scroll: false });
  };
  return (
    <form action={getPathname({ href: "/", locale })} method="get" onSubmit={send} className={className}>
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  );
}
