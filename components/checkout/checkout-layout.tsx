import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

type CheckoutLayoutProps = {
  /** What matters most just now: the clock, or what has become of the payment. */
  first: ReactNode;
  /** The first thing stays in sight while the page scrolls. */
  isFirstSticky?: boolean;
  summary: ReactNode;
  children?: ReactNode;
};

/** On a phone one column: clock, order, form. On a desktop the order stands at the side and stays there. */
export function CheckoutLayout({ first, isFirstSticky = false, summary, children }: CheckoutLayoutProps) {
  return (
    <div className="grid items-start gap-5 pb-24 [--checkout-top:calc(var(--header-height,0px)+0.5rem)] lg:grid-cols-[minmax(0,1fr)_26rem] lg:grid-rows-[auto_1fr] lg:gap-x-10">
      <div className={cn(isFirstSticky && "sticky top-(--checkout-top) z-10")}>{first}</div>
      <div className="lg:sticky lg:top-(--checkout-top) lg:col-start-2 lg:row-span-2 lg:row-start-1">{summary}</div>
      {children && <div className="grid gap-4 lg:col-start-1">{children}</div>}
    </div>
  );
}
