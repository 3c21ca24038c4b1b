import type { PageSize } from "./page-size.ts";

const GAP = 12;

/** Pages one below the other, in CSS pixels; `tops` has one more than there are pages: the end. */
export interface PageLayout {
  scale: number;
  tops: readonly number[];
}

export function layPages(sizes: readonly PageSize[], scale: number): PageLayout {
  const tops = [GAP];
  for (const { height } of sizes) tops.push(tops.at(-1)! + height * scale + GAP);
  return { scale, tops };
}

/** Where on the pages a distance from the top lies: page from 1, and points from the page's top. */
export function pageAt({ tops, scale }: PageLayout, y: number): { page: number; y: number } {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return { page: low + 1, y: Math.max(0, (y - tops[low]!) / scale) };
}

/** The other way round. */
export function topOf({ tops, scale }: PageLayout, place: { page: number; y: number }): number {
  const index = Math.min(Math.max(place.page, 1), tops.length - 1) - 1;
  return tops[index]! + place.y * scale;
}
