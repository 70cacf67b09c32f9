import { cx } from "../cx";

/** Invisible for 200 ms, so that a fast answer never flashes grey. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={cx("animate-late rounded-md bg-pressed/70", className)} />
  );
}

const lines = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-4 p-4 sm:p-6">
      <Skeleton className="h-7 w-56" />
      <Skeleton className="mb-4 h-5 w-80 max-w-full" />
      {lines.map((line) => (
        <Skeleton key={line} className="h-10" />
      ))}
    </div>
  );
}
