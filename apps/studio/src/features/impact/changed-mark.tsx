import { TriangleAlert } from "lucide-react";

/** In a list, of what a changed source bears on. */
export function ChangedMark() {
  return (
    <span className="flex items-center gap-1.5 text-warn">
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      Source changed
    </span>
  );
}
