import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import type { PageItem } from "./place-item.ts";

export interface PageText {
  items: PageItem[];
  /** From the file's units to points from the page's top left corner, as it is shown. */
  view: readonly number[];
  content: Awaited<ReturnType<PageProxy["getTextContent"]>>;
  viewport: ReturnType<PageProxy["getViewport"]>;
}

type PageProxy = Awaited<ReturnType<PDFDocumentProxy["getPage"]>>;

/** The words of a page and where they stand on it; null until they have been read. */
export function usePageText(pdf: PDFDocumentProxy, number: number): PageText | null {
  const [text, setText] = useState<PageText | null>(null);
  useEffect(() => {
    let isHere = true;
    const read = async () => {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      const viewport = page.getViewport({ scale: 1 });
      const items = content.items.filter((item) => "str" in item);
      const view = viewport.transform as number[];
      if (isHere) setText({ items, view, content, viewport });
    };
    read().catch((error: unknown) => {
      if (isHere) throw error;
    });
    return () => {
      isHere = false;
    };
  }, [pdf, number]);
  return text;
}
