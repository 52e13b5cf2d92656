import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names and leaves them as they are: of two utilities for one property the style sheet's order decides, not
 * theirs. What is passed to override a component's own looks says so: `min-h-11!`.
 */
export const cn = (...values: ClassValue[]): string => clsx(values);
