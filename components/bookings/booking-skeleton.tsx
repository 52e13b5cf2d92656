import { Skeleton } from "@/components/ui/skeleton";

/** One booking's own shape while it loads: heading, ticket, money. */
export function BookingSkeleton() {
  return (
    <div aria-busy="true">
      <div className="grid gap-3 pt-8 pb-6 sm:pt-12">
        <Skeleton className="h-5 w-20" />
        <Skeleton className="h-9 w-64" />
      </div>
      <div className="grid items-start gap-6 pb-24 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-10">
        <div className="grid gap-5 rounded-lg border border-line p-5 sm:p-6">
          <div className="flex gap-4">
            <Skeleton className="aspect-3/4 w-16 sm:w-24" />
            <div className="grid flex-1 content-start gap-3">
              <Skeleton className="h-6 w-4/5" />
              <Skeleton className="h-4 w-full" />
              <Skeleton className="h-4 w-1/2" />
            </div>
          </div>
          <Skeleton className="h-20 rounded-md" />
          <Skeleton className="h-36 w-64" />
        </div>
        <Skeleton className="h-72 rounded-lg" />
      </div>
    </div>
  );
}
