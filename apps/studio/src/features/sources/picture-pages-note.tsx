import type { Source } from "@understudy/core/source/contract";
import { TriangleAlert } from "lucide-react";
import { listNumbers } from "#lib/list-numbers.ts";

/** Of a text with scanned pages in it: which of them nothing was read of, and what to do. */
export function PicturePagesNote({ source }: { source: Source }) {
  const { picturePages, pageCount } = source;
  if (picturePages.length === 0) return null;
  return (
    <p className="flex items-start gap-2 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <span>
        {picturePages.length} of {pageCount} pages hold only pictures:{" "}
        <span className="tabular-nums">{listNumbers(picturePages)}</span>. The twin knows nothing of
        them. Run text recognition (OCR) on the file and replace it.
      </span>
    </p>
  );
}
