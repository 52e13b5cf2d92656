"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useTransition } from "react";
import { Spinner } from "@/components/ui/spinner";
import { useRouter } from "@/lib/i18n/routing";
import { HomeForm } from "./home-form";
import { addressOf, type OnSaleQuery, readQuery } from "./on-sale-query";

const PAUSE_MS = 350;

/** Finds as you type, after a short pause; Enter sends at once. The address always says what is shown. */
export function EventSearch({ query }: { query: OnSaleQuery }) {
  const t = useTranslations("home.search");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(query.q);
  const { q, ...keep } = query;

  useEffect(() => {
    // Whoever follows a link has found what they were looking for; a late search would call them back.
    const giveUp = ({ target }: MouseEvent) =>
      target instanceof Element && target.closest("a") && clearTimeout(pause.current);
    document.addEventListener("click", giveUp, { capture: true });
    return () => {
      document.removeEventListener("click", giveUp, { capture: true });
      clearTimeout(pause.current);
    };
  }, []);

  useEffect(() => {
    // The address went on without this field: a link, or "back". What is being typed is never touched.
    if (q === sent.current || isPending || !input.current) return;
    sent.current = q;
    input.current.value = q ?? "";
  }, [q, isPending]);

  const searchSoon = (text: string) => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      const asked = readQuery({ q: text });
      sent.current = asked.q;
      const address = addressOf({ ...asked, ...keep });
      startTransition(() => router.replace(address, { scroll: false }));
    }, PAUSE_MS);
  };

  return (
    <HomeForm keep={keep} onSend={() => clearTimeout(pause.current)} className="relative">
      <label htmlFor="event-search" className="sr-only">
        {t("label")}
      </label>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-ink-muted"
      />
      <input
        ref={input}
        id="event-search"
        type="search"
        name="q"
        defaultValue={q}
        onChange={(event) => searchSoon(event.currentTarget.value)}
        placeholder={t("placeholder")}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={100}
        className="min-h-13 w-full rounded-md border border-line-strong bg-surface pr-12 pl-12 text-base transition-colors placeholder:text-ink-muted hover:border-ink"
      />
      {isPending && <Spinner className="absolute top-4 right-4 text-ink-muted" />}
      <button type="submit" className="sr-only">
        {t("submit")}
      </button>
    </HomeForm>
  );
}
