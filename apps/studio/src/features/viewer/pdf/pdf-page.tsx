import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import type { Viewer } from "../viewer.ts";
import { anchorOf } from "./anchors.ts";
import { PageMarks } from "./page-marks.tsx";
import type { PageSize } from "./page-size.ts";
import { PassageBars, PassageTags } from "./passage-bars.tsx";
import { passageAt, placePassages } from "./place-passages.ts";
import { TextLayer } from "./text-layer.tsx";
import { usePageCanvas } from "./use-page-canvas.ts";
import { usePageMap } from "./use-page-map.ts";
import { usePageText } from "./use-page-text.ts";

/** One page as paper, light in both themes, with the passages and marks that stand on it. */
export function PdfPage({
  viewer,
  pdf,
  number,
  size,
  scale,
  top,
}: {
  viewer: Viewer;
  pdf: PDFDocumentProxy;
  number: number;
  size: PageSize;
  scale: number;
  top: number;
}) {
  const { text, blocks, passages, passage: chosen, marks, select } = viewer;
  const paper = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const hasFailed = usePageCanvas(picture, { pdf, number, scale });
  const pageText = usePageText(pdf, number);
  const map = usePageMap(pageText, { number, text, blocks });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the passages are new objects each time; their number says when more are here.
  const placed = useMemo(
    () => (map ? placePassages(passages, { map, number, pageWidth: size.width }) : []),
    [map, passages.length, number, size.width],
  );
  const onClick = useEffectEvent((event: MouseEvent) => {
    if (!paper.current || !getSelection()?.isCollapsed) return;
    const { left, top: edge } = paper.current.getBoundingClientRect();
    const point = { x: (event.clientX - left) / scale, y: (event.clientY - edge) / scale };
    const passage = passageAt(placed, point);
    if (passage) select(passage);
  });
  // The numbers beside the passages do the same for the keyboard.
  useEffect(() => {
    const element = paper.current;
    const clicked = (event: MouseEvent) => onClick(event);
    element?.addEventListener("click", clicked);
    return () => element?.removeEventListener("click", clicked);
  }, []);
  return (
    <div
      ref={paper}
      data-page={number}
      style={{ top, width: size.width * scale, height: size.height * scale }}
      className="absolute left-1/2 -translate-x-1/2 bg-white shadow-float [color-scheme:light]"
    >
      <div ref={picture} role="img" aria-label={`Page ${number}`} className="absolute inset-0" />
      {hasFailed && (
        <p className="absolute inset-x-8 top-8 text-muted">This page could not be drawn.</p>
      )}
      {pageText && <TextLayer text={pageText} scale={scale} />}
      <svg
        aria-hidden
        viewBox={`0 0 ${size.width} ${size.height}`}
        className="pointer-events-none absolute inset-0 size-full overflow-visible mix-blend-multiply"
      >
        <PassageBars placed={placed} chosen={chosen} />
        {map &&
          marks.map((mark) => (
            <PageMarks
              key={`${mark.start}-${mark.end}-${mark.isShown}`}
              lines={map.linesOf(mark)}
              isShown={mark.isShown}
              isFirst={mark.isShown && anchorOf(blocks, mark.start)?.page === number}
            />
          ))}
      </svg>
      <PassageTags placed={placed} chosen={chosen} scale={scale} onChoose={select} />
    </div>
  );
}
