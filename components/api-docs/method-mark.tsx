import { cn } from "@/components/ui/class-names";

const TONES: Readonly<Record<string, string>> = {
  GET: "bg-success-soft text-success",
  POST: "bg-ember-soft text-ember-strong",
  DELETE: "bg-danger-soft text-danger",
};

/** GET, POST or DELETE, as wide as each other. */
export const MethodMark = ({ method }: { method: string }) => (
  <span
    className={cn(
      "inline-block w-16 shrink-0 rounded-sm py-0.5 text-center font-bold font-mono text-xs",
      TONES[method],
    )}
  >
    {method}
  </span>
);
