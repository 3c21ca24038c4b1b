import "./text-layer.css";
import { TextLayer as PdfTextLayer } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type CSSProperties, useEffect, useRef } from "react";
import type { PageText } from "./use-page-text.ts";

/** The words of a page over its picture, to be selected and copied; readers have the text pane. */
export function TextLayer({ text, scale }: { text: PageText; scale: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = place.current;
    if (!container) return;
    const { content, viewport } = text;
    const layer = new PdfTextLayer({ textContentSource: content, container, viewport });
    layer.render().catch((error: unknown) => {
      if (!isCancelled(error)) throw error;
    });
    return () => {
      layer.cancel();
      container.replaceChildren();
    };
  }, [text]);
  const style = { "--total-scale-factor": scale } as CSSProperties;
  return <div ref={place} aria-hidden className="pdf-text" style={style} />;
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortException";
}
