"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { cn } from "@/components/ui/class-names";

type ListBranchProps = { title: string; remark: string; isInner?: boolean; children: ReactNode };

/** A part of the list that opens; what is inside is made only then. */
export function ListBranch({ title, remark, isInner = false, children }: ListBranchProps) {
  const [isOpen, setIsOpen] = useState(false);
  const contentId = useId();
  return (
    <div className={cn(!isInner && "rounded-md border border-line bg-surface")}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? contentId : undefined}
        onClick={() => setIsOpen(!isOpen)}
        className={cn(
          "flex w-full cursor-pointer items-center gap-3 rounded-md px-3 text-left hover:bg-sunken focus-visible:-outline-offset-3",
          isInner ? "min-h-11 text-sm" : "min-h-13",
        )}
      >
        <span className={isInner ? "font-medium" : "font-semibold"}>{title}</span>
        <span className="ml-auto text-ink-muted text-sm tabular-nums">{remark}</span>
        <ChevronDown
          aria-hidden="true"
          className={cn("size-4 shrink-0 text-ink-muted transition-transform duration-150", isOpen && "rotate-180")}
        />
      </button>
      {isOpen && <div id={contentId}>{children}</div>}
    </div>
  );
}
