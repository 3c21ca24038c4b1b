import type { Source } from "@understudy/core/source/contract";
import { countOf, formatCount } from "#lib/format-count.ts";

/** Of a site or an archive: how many of its pages or members are live, under way, failed; of a PDF: unread. */
export function PageCounts({ source: { pages, kind, picturePages } }: { source: Source }) {
  if (picturePages.length > 0)
    return (
      <span className="text-xs text-muted">{countOf(picturePages.length, "page")} unread</span>
    );
  if (!pages) return null;
  const noun = kind === "sitemap" ? "page" : "file";
  return (
    <span className="grid text-xs text-muted">
      <span>
        {pages.live === pages.total
          ? countOf(pages.total, noun)
          : `${formatCount(pages.live)} of ${countOf(pages.total, noun)} live`}
      </span>
      {pages.processing > 0 && <span>{formatCount(pages.processing)} under way</span>}
      {pages.failed > 0 && <span className="text-bad">{formatCount(pages.failed)} failed</span>}
    </span>
  );
}
