import { useMemo } from "react";
import type { Block } from "../block.ts";
import { mapPage, type PageMap } from "./page-map.ts";
import type { PageText } from "./use-page-text.ts";

/** Where the text as understood stands on a page; null until the page's own words have been read. */
export function usePageMap(
  page: PageText | null,
  { number, text, blocks }: { number: number; text: string; blocks: readonly Block[] },
): PageMap | null {
  return useMemo(() => {
    const placed = blocks.filter((block) => block.page === number).map(toPlaced);
    return page && placed.length > 0 ? mapPage({ text, blocks: placed }, page) : null;
  }, [page, text, blocks, number]);
}

function toPlaced({ start, end, box }: Block) {
  if (!box) return { start, end };
  const [x, y, width, height] = box;
  return { start, end, box: { x, y, width, height } };
}
