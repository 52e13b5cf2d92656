import { MARK_FREE_BACK, MARK_TAKEN_BACK, MARK_VIEW_BOX } from "./mark-shape";

/** Two seat backs in a row, one filled. Decorative: the name always stands beside it or labels its link. */
export function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox={MARK_VIEW_BOX} aria-hidden="true" className={className} fill="none">
      <path d={MARK_FREE_BACK} className="stroke-ink" strokeWidth="2.5" strokeLinejoin="round" />
      <path d={MARK_TAKEN_BACK} className="fill-ember" />
    </svg>
  );
}
