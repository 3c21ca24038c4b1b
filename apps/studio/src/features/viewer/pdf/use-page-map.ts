import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useMemo, useState } from "react";
import type { Block } from "../block.ts";
import { mapPage, type PageMap } from "./page-map.ts";
import type { PageItem } from "./place-item.ts";

interface Glyphs {
  items: PageItem[];
  view: number[];
}

/** Where the text stands on a page; null until its glyphs have been read. */
export function usePageMap({
  pdf,
  number,
  text,
  blocks,
}: {
  pdf: PDFDocumentProxy;
  number: number;
  text: string;
  blocks: readonly Block[];
}): PageMap | null {
  const [glyphs, setGlyphs] = useState<Glyphs | null>(null);
  useEffect(() => {
    let isHere = true;
    const read = async () => {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const view = page.getViewport({ scale: 1 }).transform as number[];
      if (isHere) setGlyphs({ items: items.filter((item) => "str" in item), view });
    };
    read().catch((error: unknown) => {
      if (isHere) throw error;
    });
    return () => {
      isHere = false;
    };
  }, [pdf, number]);
  return useMemo(() => {
    const placed = blocks.filter(({ page }) => page === number).map(toPlaced);
    return glyphs && placed.length > 0 ? mapPage({ text, blocks: placed }, glyphs) : null;
  }, [glyphs, text, blocks, number]);
}

function toPlaced({ start, end, box }: Block) {
  if (!box) return { start, end };
  const [x, y, width, height] = box;
  return { start, end, box: { x, y, width, height } };
}
