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

function timeCode(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  return (parts[0] ? parts : parts.slice(1))
    .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0")))
    .join(":");
}
