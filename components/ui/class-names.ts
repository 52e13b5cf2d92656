import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({ extend: { classGroups: { shadow: ["shadow-float"] } } });

/** Joins class names; where two utilities conflict the later one wins. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}
