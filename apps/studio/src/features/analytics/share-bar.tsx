import { formatShare } from "./change-words.ts";

/** A share as a number and as a length; the number is what is read out. */
export function ShareBar({ share }: { share: number | null }) {
  return (
    <span className="flex items-center gap-2 tabular-nums">
      <span className="w-12 text-right">{formatShare(share)}</span>
      <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-full bg-selected">
        <span
          className="block h-full rounded-full bg-muted"
          style={{ width: `${Math.round((share ?? 0) * 100)}%` }}
        />
      </span>
    </span>
  );
}
