import { Container } from "@/components/ui/container";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["a", "b", "c", "d"];

/** The event page before its event is known. */
export function EventSkeleton() {
  return (
    <>
      <div className="bg-sunken">
        <Container className="grid grid-cols-[7.5rem_1fr] gap-x-5 gap-y-6 py-6 sm:grid-cols-[12rem_1fr] sm:gap-x-8 md:grid-cols-[19rem_1fr] md:gap-x-12 md:py-12 lg:gap-x-16">
          <Skeleton className="aspect-3/4 w-full bg-line md:row-span-2" />
          <div className="grid content-center gap-3 md:content-end">
            <Skeleton className="h-5 w-16 bg-line" />
            <Skeleton className="h-10 w-full max-w-md bg-line" />
          </div>
          <Skeleton className="col-span-2 h-44 w-full bg-line md:col-span-1 md:col-start-2 md:h-24" />
        </Container>
      </div>
      <Container className="grid grid-cols-1 gap-12 py-10 md:py-14 lg:grid-cols-[1fr_22rem] lg:gap-16">
        <div className="grid content-start gap-3">
          <Skeleton className="mb-3 h-8 w-32" />
          {ROWS.map((row) => (
            <Skeleton key={row} className="h-24 w-full rounded-lg" />
          ))}
        </div>
        <Skeleton className="h-72 w-full rounded-lg" />
      </Container>
    </>
  );
}
