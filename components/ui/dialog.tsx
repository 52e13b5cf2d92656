"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./class-names";

type DialogProps = {
  title: ReactNode;
  description?: ReactNode | undefined;
  children?: ReactNode;
  /** Buttons, the safe one first; on a phone they stack with the last on top. */
  footer?: ReactNode | undefined;
  /** An element that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  className?: string | undefined;
};

/** A question that must be answered first. Traps focus, closes on Escape, gives focus back. */
export function Dialog({ title, description, children, footer, trigger, open, onOpenChange, className }: DialogProps) {
  const t = useTranslations("site");
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="dialog-overlay fixed inset-0 z-50" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "dialog-content fixed inset-x-0 bottom-0 z-50 grid max-h-[90dvh] gap-4 overflow-y-auto rounded-t-lg bg-surface",
            "p-6 pb-[max(1.5rem,env(safe-area-inset-bottom))] text-ink shadow-float",
            "sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-full sm:max-w-md sm:-translate-x-1/2",
            "sm:-translate-y-1/2 sm:rounded-lg sm:border sm:border-line",
            className,
          )}
        >
          <div className="grid gap-2 pr-10">
            <Radix.Title className="text-balance font-bold text-lg">{title}</Radix.Title>
            {description && <Radix.Description className="text-ink-muted">{description}</Radix.Description>}
          </div>
          {children}
          {footer && <div className="flex flex-col-reverse gap-2 pt-2 sm:flex-row sm:justify-end">{footer}</div>}
          <Radix.Close
            aria-label={t("close")}
            className="absolute top-3 right-3 grid size-11 cursor-pointer place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden="true" className="size-5" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Wraps a button of the footer that closes without doing anything. */
export const DialogClose = ({ children }: { children: ReactNode }) => <Radix.Close asChild>{children}</Radix.Close>;
