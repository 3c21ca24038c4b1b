import { Skeleton } from "#ui/skeleton.tsx";

export function PaneSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-2 p-6">
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-3/4" />
    </div>
  );
}
