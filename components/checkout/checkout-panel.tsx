"use client";

import { type ReactNode, useEffect, useRef } from "react";

type CheckoutPanelProps = {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
};

/** Takes the form's place when there is nothing to pay: says why and where to go. Takes the focus too. */
export function CheckoutPanel({ icon, title, children, actions }: CheckoutPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);

  return (
    <section className="grid justify-items-start gap-4 rounded-lg border border-line bg-surface p-6 sm:p-8">
      {icon}
      <h2 ref={heading} tabIndex={-1} className="text-balance font-bold text-xl outline-none">
        {title}
      </h2>
      <div className="grid max-w-[60ch] gap-2 text-pretty text-ink-muted">{children}</div>
      {actions && <div className="flex flex-wrap gap-3 pt-2">{actions}</div>}
    </section>
  );
}
