import { cn } from "./class-names";

/** A still, quiet place for what is loading; give it the size of the real thing. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden="true" className={cn("skeleton", className)} />;
}
