import { Link } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import type { Finding } from "./use-similar.ts";

/** Says of a row that another source is nearly the same, and leads to both side by side. */
export function SimilarBadge({ finding, sourceId }: { finding: Finding; sourceId: string }) {
  const other = finding.sourceId === sourceId ? finding.otherSourceTitle : finding.sourceTitle;
  return (
    <Link
      to="."
      search={(current) => ({ ...current, similar: finding.id })}
      className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm bg-warn-soft px-1.5 py-0.5 text-xs text-warn hover:underline"
    >
      <Copy aria-hidden className="size-3 shrink-0" />
      <span className="truncate">Nearly the same as {other}</span>
    </Link>
  );
}
