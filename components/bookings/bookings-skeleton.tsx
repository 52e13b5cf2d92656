import { Skeleton } from "@/components/ui/skeleton";

const FILTERS = ["w-16", "w-24", "w-24", "w-28", "w-24"];

/** The list's own shape while it loads. */
export function BookingsSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-6">
      <div className="flex gap-2 overflow-hidden py-1">
        {FILTERS.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing here moves.
          <Skeleton key={index} className={`h-11 shrink-0 rounded-full ${width}`} />
        ))}
      </div>
      <div className="grid gap-3">
        {["a", "b", "c"].map((key) => (
          <div key={key} className="flex gap-4 rounded-lg border border-line p-4 sm:gap-5 sm:p-5">
            <Skeleton className="aspect-3/4 w-16 self-start sm:w-20" />
            <div className="grid flex-1 content-start gap-2.5">
              <div className="flex justify-between">
                <Skeleton className="h-5 w-16" />
                <Skeleton className="h-5 w-20" />
              </div>
              <Skeleton className="h-6 w-3/4" />
              <Skeleton className="h-4 w-full max-w-sm" />
              <Skeleton className="h-4 w-1/2" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
