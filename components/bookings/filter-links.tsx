"use client";

import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/lib/i18n/routing";

type FilterLinksProps = {
  label: string;
  options: readonly { label: string; href: string; isCurrent: boolean }[];
};

/** A row of choices that narrow a list; on a phone it scrolls sideways to the page's edge, the current one in sight. */
export function FilterLinks({ label, options }: FilterLinksProps) {
  const row = useRef<HTMLElement>(null);
  const current = options.findIndex((option) => option.isCurrent);

  useEffect(() => {
    const link = row.current?.querySelectorAll("a")[current];
    if (row.current && link)
      row.current.scrollLeft = link.offsetLeft - (row.current.clientWidth - link.offsetWidth) / 2;
  }, [current]);

  return (
    <nav ref={row} aria-label={label} className="relative -mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
      <ul className="flex gap-2">
        {options.map(({ label: name, href, isCurrent }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent ? "page" : undefined}
              className={cn(
                "inline-flex min-h-11 items-center whitespace-nowrap rounded-full border px-4 font-medium text-sm transition-colors duration-150",
                isCurrent ? "border-ink bg-ink text-paper" : "border-line-strong bg-surface text-ink hover:border-ink",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
