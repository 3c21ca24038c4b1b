import type { Sync } from "@understudy/core/source/contract";
import { Ban, CircleCheck, CircleDashed, CircleX, Equal } from "lucide-react";

const MARKS = {
  running: <CircleDashed aria-hidden className="size-4 shrink-0 animate-pulse text-accent-text" />,
  succeeded: <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />,
  unchanged: <Equal aria-hidden className="size-4 shrink-0 text-muted" />,
  failed: <CircleX aria-hidden className="size-4 shrink-0 text-bad" />,
  cancelled: <Ban aria-hidden className="size-4 shrink-0 text-faint" />,
};

export function SyncMark({ status }: Pick<Sync, "status">) {
  return MARKS[status];
}
