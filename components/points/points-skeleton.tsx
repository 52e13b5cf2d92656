import { Skeleton } from "@/components/ui/skeleton";

/** The page's own shape while it loads: balance, filter, entries. */
export function PointsSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-10">
      <div className="flex flex-wrap items-end justify-between gap-4 rounded-lg border border-line p-5 sm:p-6">
        <div className="grid gap-2">
          <Skeleton className="h-4 w-20" />
          <Skeleton className="h-12 w-48" />
          <Skeleton className="h-4 w-32" />
        </div>
        <Skeleton className="h-11 w-32 rounded-md" />
      </div>
      <div className="grid gap-4">
        <Skeleton className="h-7 w-28" />
        <Skeleton className="h-11 w-full max-w-sm rounded-full" />
        <Skeleton className="h-17 w-full max-w-md" />
        <div className="divide-y divide-line border-line border-y">
          {["a", "b", "c", "d"].map((key) => (
            <div key={key} className="flex justify-between py-4">
              <div className="grid gap-2">
                <Skeleton className="h-5 w-16" />
                <Skeleton className="h-4 w-44" />
              </div>
              <div className="grid justify-items-end gap-2">
                <Skeleton className="h-5 w-20" />
                <Skeleton className="h-4 w-24" />
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
