import { Skeleton } from "@/components/ui/skeleton";

/** The checkout's own shape while it loads: clock, order, form. */
export function CheckoutSkeleton() {
  return (
    <div
      aria-busy="true"
      className="grid items-start gap-5 pb-24 lg:grid-cols-[minmax(0,1fr)_26rem] lg:grid-rows-[auto_1fr] lg:gap-x-10"
    >
      <Skeleton className="h-[52px] rounded-md" />
      <div className="grid gap-5 rounded-lg border border-line p-5 sm:p-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <div className="flex gap-4">
          <Skeleton className="aspect-3/4 w-16 sm:w-24" />
          <div className="grid flex-1 content-start gap-3">
            <Skeleton className="h-6 w-4/5" />
            <Skeleton className="h-4 w-full" />
            <Skeleton className="h-4 w-1/2" />
          </div>
        </div>
        <Skeleton className="h-24" />
        <Skeleton className="h-28" />
      </div>
      <div className="grid gap-6 lg:col-start-1">
        <div className="grid gap-2">
          <Skeleton className="mb-2 h-4 w-20" />
          <Skeleton className="h-[70px] rounded-md" />
          <Skeleton className="h-[70px] rounded-md" />
        </div>
        <Skeleton className="h-36 rounded-md" />
        <Skeleton className="h-13 rounded-md" />
      </div>
    </div>
  );
}
