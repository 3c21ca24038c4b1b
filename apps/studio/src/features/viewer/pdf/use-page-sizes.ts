import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import type { PageSize } from "./page-size.ts";

const PAGES_AT_ONCE = 64;

/** The size of every page; those not read yet are taken to be like the first. Empty at first. */
export function usePageSizes(pdf: PDFDocumentProxy): readonly PageSize[] {
  const [sizes, setSizes] = useState<readonly PageSize[]>([]);
  useEffect(() => {
    let isHere = true;
    const read = async () => {
      const first = await readSize(pdf, 1);
      const all = new Array<PageSize>(pdf.numPages).fill(first);
      if (isHere) setSizes([...all]);
      for (let at = 1; at < pdf.numPages && isHere; at += PAGES_AT_ONCE) {
        const count = Math.min(PAGES_AT_ONCE, pdf.numPages - at);
        const numbers = Array.from({ length: count }, (_, index) => at + 1 + index);
        const found = await Promise.all(numbers.map((number) => readSize(pdf, number)));
        all.splice(at, count, ...found);
      }
      if (isHere && all.some((size) => !isSame(size, first))) setSizes([...all]);
    };
    // A document that is closed while it is read refuses; nobody waits for its sizes any more.
    read().catch((error: unknown) => {
      if (isHere) throw error;
    });
    return () => {
      isHere = false;
    };
  }, [pdf]);
  return sizes;
}

async function readSize(pdf: PDFDocumentProxy, number: number): Promise<PageSize> {
  const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
  return { width, height };
}

function isSame(a: PageSize, b: PageSize): boolean {
  return a.width === b.width && a.height === b.height;
}
