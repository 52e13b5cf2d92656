import { Skeleton } from "@/components/ui/skeleton";

/** The page's own shape while nothing is known yet, so that nothing jumps. */
export function SeatPickerSkeleton() {
  return (
    <>
      <div className="flex h-18 shrink-0 flex-col justify-center gap-2 border-line border-b px-4 lg:px-6">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="h-4 w-64" />
      </div>
      <HallSkeleton />
    </>
  );
}

/** The picker's own shape while the hall is on its way. */
export function HallSkeleton() {
  return (
    <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
      <div className="flex min-h-72 min-w-0 flex-1 flex-col">
        <div className="flex h-[3.8125rem] items-center gap-2 overflow-hidden border-line border-b px-2 lg:px-4">
          {[0, 1, 2, 3].map((chip) => (
            <Skeleton key={chip} className="h-11 w-36 shrink-0 rounded-md" />
          ))}
        </div>
        <div className="group relative grid min-h-0 flex-1 place-items-center p-6">
          <svg
            viewBox="0 0 200 120"
            aria-hidden="true"
            className="h-full max-h-96 w-full fill-sunken group-has-data-drawn:invisible"
          >
            <rect x="60" y="4" width="80" height="14" rx="4" />
            <path d={SEATS} />
          </svg>
          <canvas data-first-seats suppressHydrationWarning className={FIRST_SEATS} />
        </div>
      </div>
      <div className="h-36 shrink-0 border-line border-t bg-surface p-5 lg:h-auto lg:w-88 lg:border-t-0 lg:border-l">
        <Skeleton className="mx-auto h-5 w-40" />
        <Skeleton className="mx-auto mt-3 h-4 w-56" />
      </div>
    </div>
  );
}

/** Where the seats are drawn before the picker is here, by `first-seats.ts`. */
const FIRST_SEATS = "absolute inset-0 size-full data-[phase=cancelled]:opacity-45 data-[phase=closed]:opacity-45";

/** Five rows of discs, as one path: an element each would be most of the page. */
const SEATS = [30, 48, 66, 84, 102]
  .flatMap((y, row) =>
    Array.from(
      { length: 14 + row },
      (_, seat) => `M${96.4 + (seat - (13 + row) / 2) * 10} ${y}a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0`,
    ),
  )
  .join("");
