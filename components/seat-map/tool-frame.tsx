"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";

type ToolFrameProps = {
  title: ReactNode;
  /** Beneath the title, told again when it changes. */
  remark?: ReactNode;
  action?: ReactNode;
  onClose: () => void;
  children: ReactNode;
};

/** A tool in the panel's place: it takes the keyboard when it opens, and Escape puts it away. */
export function ToolFrame({ title, remark, action, onClose, children }: ToolFrameProps) {
  const t = useTranslations("site");
  const heading = useRef<HTMLHeadingElement>(null);
  const frame = useRef<HTMLDivElement>(null);

  const hasAction = Boolean(action);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an action that goes away takes the keyboard with it.
  useEffect(() => {
    if (!frame.current?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, [hasAction]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the keyboard is inside.
    <div
      ref={frame}
      className="grid gap-2 lg:gap-5"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className="-mt-1 -mr-1 flex items-center justify-between gap-3">
        <div className="min-w-0">
          <h2 ref={heading} tabIndex={-1} className="font-bold text-lg leading-tight outline-none">
            {title}
          </h2>
          <p role="status" className="text-ink-muted text-sm tabular-nums">
            {remark}
          </p>
        </div>
        <div className="ml-auto">{action}</div>
        <button
          type="button"
          aria-label={t("close")}
          onClick={onClose}
          className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden="true" className="size-5" />
        </button>
      </div>
      {children}
    </div>
  );
}

/** The one button of a tool, always in sight however long the tool is. */
export const ToolFoot = ({ children }: { children: ReactNode }) => (
  <div className="sticky -bottom-3 -mx-1 -mb-3 grid gap-2 bg-surface px-1 pt-1 pb-3 lg:-bottom-5 lg:-mb-5 lg:pb-5">
    {children}
  </div>
);
