import { classNames } from "./class-names.ts";

export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames("block animate-pulse rounded-md bg-hover", className)}
    />
  );
}

/** The outline of a page while its first answer is under way. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="grid gap-3 p-6 max-md:p-4">
      <Skeleton className="h-7 w-40" />
      <Skeleton className="mt-2 h-8 w-full" />
      <Skeleton className="h-8 w-full" />
      <Skeleton className="h-8 w-full" />
      <Skeleton className="h-8 w-2/3" />
    </div>
  );
}
