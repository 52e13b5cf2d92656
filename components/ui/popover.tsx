"use client";

import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";
import { cn } from "./class-names";

type PopoverProps = Omit<ComponentProps<"button">, "children" | "popoverTarget" | "type"> & {
  /** What the button shows; give an `aria-label` when it is only a picture. */
  button: ReactNode;
  panelClassName?: string | undefined;
  children: ReactNode;
};

/**
 * A panel that a button opens: the browser's own popover, so it needs no script, closes on Escape
 * and on a click outside, and lies above everything. Following a link inside closes it.
 */
export function Popover({ button, panelClassName, children, ...rest }: PopoverProps) {
  const panelId = `popover-${useId()}`;
  const closeOnLink = (event: MouseEvent<HTMLDivElement>) => {
    if ((event.target as Element).closest("a")) event.currentTarget.hidePopover();
  };
  return (
    <>
      <button type="button" popoverTarget={panelId} {...rest}>
        {button}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the click is the link's own; this only tidies up after it. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click too. */}
      <div
        id={panelId}
        popover="auto"
        onClick={closeOnLink}
        className={cn(
          "popover inset-auto m-0 gap-1 rounded-lg border border-line bg-surface p-2 text-ink shadow-float open:grid",
          panelClassName,
        )}
      >
        {children}
      </div>
    </>
  );
}
