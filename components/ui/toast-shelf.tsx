"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Toaster as Sonner } from "sonner";
import { shelfIsUp } from "./notify";

/** Where news appears. */
export default function ToastShelf() {
  const t = useTranslations("site");
  useEffect(shelfIsUp, []);
  return (
    <Sonner
      position="top-center"
      offset={80}
      mobileOffset={72}
      containerAriaLabel={t("notifications")}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start gap-3 rounded-md border border-line bg-surface p-4 text-ink text-sm shadow-float sm:w-[22rem]",
          title: "font-semibold",
          description: "text-ink-muted",
          actionButton:
            "min-h-9 shrink-0 cursor-pointer rounded-sm px-3 font-semibold text-ember-strong hover:bg-sunken",
          success: "[&_[data-icon]]:text-success",
          warning: "[&_[data-icon]]:text-warning",
          error: "[&_[data-icon]]:text-danger",
        },
      }}
    />
  );
}
