import { Skeleton } from "@/components/ui/skeleton";
import { EventGridSkeleton } from "./event-grid";

/** The home page before its events are known: the feature, the filters, the rows. */
export function HomeSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-10 md:gap-14">
      <Skeleton className="h-[36rem] w-full rounded-lg sm:h-[38rem] md:h-[27rem]" />
      <div className="grid gap-4">
        <Skeleton className="h-13 w-full rounded-md" />
        <Skeleton className="h-11 w-full max-w-xl rounded-full" />
        <Skeleton className="h-11 w-full max-w-md rounded-full" />
      </div>
      <EventGridSkeleton />
    </div>
  );
}
