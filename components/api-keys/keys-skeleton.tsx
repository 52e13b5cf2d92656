import { Skeleton } from "@/components/ui/skeleton";

/** The page's own shape while it loads: the way to a new key, and keys. */
export function KeysSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-8">
      <Skeleton className="h-11 w-40 rounded-md" />
      <div className="divide-y divide-line border-line border-y">
        {["a", "b"].map((key) => (
          <div key={key} className="grid gap-3 py-5">
            <Skeleton className="h-5 w-40" />
            <Skeleton className="h-4 w-full max-w-72" />
          </div>
        ))}
      </div>
    </div>
  );
}
