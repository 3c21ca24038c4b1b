import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from "pdfjs-dist";
import { type RefObject, useEffect, useState } from "react";

const MOST_PIXELS = 16_000_000;

/**
 * Draws a page into its place; while it is drawn anew at another size, the old picture stays. Gives
 * whether it could not be drawn.
 */
export function usePageCanvas(
  place: RefObject<HTMLElement | null>,
  { pdf, number, scale }: { pdf: PDFDocumentProxy; number: number; scale: number },
): boolean {
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let isHere = true;
    let task: RenderTask | undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (!isHere) return;
      const canvas = document.createElement("canvas");
      canvas.className = "absolute inset-0 size-full";
      const viewport = page.getViewport({ scale: scale * sharpness(page, scale) });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      task = page.render({ canvas, viewport });
      await task.promise;
      if (isHere) place.current?.replaceChildren(canvas);
    };
    draw().catch((error: unknown) => {
      if (isCancelled(error)) return;
      console.error(error);
      if (isHere) setHasFailed(true);
    });
    return () => {
      isHere = false;
      task?.cancel();
    };
  }, [place, pdf, number, scale]);
  return hasFailed;
}

/** Pixels of the picture for one of the screen's. */
function sharpness(page: PDFPageProxy, scale: number): number {
  const { width, height } = page.getViewport({ scale });
  return Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === "RenderingCancelledException";
}
