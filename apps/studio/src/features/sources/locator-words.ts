import { timeCode } from "#lib/time-code.ts";
import type { Locator } from "./passage.ts";

/** Where a passage stands, as a person would say it: "Chapter 2 › Anchors · page 14". */
export function locatorWords({
  headings,
  page,
  pageEnd,
  sheet,
  row,
  startSeconds,
}: Locator): string {
  const pages =
    page === undefined
      ? ""
      : pageEnd && pageEnd !== page
        ? `pages ${page}–${pageEnd}`
        : `page ${page}`;
  return [
    headings?.join(" › "),
    pages,
    sheet && `sheet ${sheet}`,
    row !== undefined && `row ${row}`,
    startSeconds !== undefined && timeCode(startSeconds),
  ]
    .filter(Boolean)
    .join(" · ");
}
