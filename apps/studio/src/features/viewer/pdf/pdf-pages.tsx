import { useSearch } from "@tanstack/react-router";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { useFollowing } from "../use-following.ts";
import { useSetSearch, VIEWER_ROUTE } from "../use-viewer.ts";
import type { Viewer } from "../viewer.ts";
import { type Anchor, anchorOf, offsetAt } from "./anchors.ts";
import { layPages, pageAt, topOf } from "./page-layout.ts";
import { PdfPage } from "./pdf-page.tsx";
import { PdfToolbar } from "./pdf-toolbar.tsx";
import { useInnerWidth } from "./use-inner-width.ts";
import { useKeptPlace } from "./use-kept-place.ts";
import { usePageSizes } from "./use-page-sizes.ts";
import { usePagesInSight } from "./use-pages-in-sight.ts";
import { useZoom } from "./use-zoom.ts";

const EYE_LINE = 0.2;
const LOWEST_KEPT = 0.7;
/** A little of what stands above a place is shown too. */
const ABOVE_PX = 48;

/** The pages of an open document; only those in sight are drawn. */
export function PdfPages({ viewer, pdf }: { viewer: Viewer; pdf: PDFDocumentProxy }) {
  const { blocks, shown, follow } = viewer;
  const pane = useRef<HTMLElement>(null);
  const { page: asked } = useSearch({ from: VIEWER_ROUTE });
  const setSearch = useSetSearch();
  const sizes = usePageSizes(pdf);
  const { scale, zoom, fitWidth } = useZoom(sizes, useInnerWidth(pane));
  const layout = useMemo(() => layPages(sizes, scale), [sizes, scale]);
  useKeptPlace(pane, layout);
  const { current, first, last } = usePagesInSight(pane, layout);

  const goTo = (place: Anchor) => {
    pane.current?.scrollTo({ top: topOf(layout, place) - ABOVE_PX });
  };
  const show = (element: HTMLElement, offset: number) => {
    const anchor = anchorOf(blocks, offset);
    if (!anchor) return;
    const y = topOf(layout, anchor) - element.scrollTop;
    if (y < 0 || y > element.clientHeight * LOWEST_KEPT) goTo(anchor);
  };
  const read = ({ scrollTop, clientHeight }: HTMLElement) =>
    offsetAt(blocks, pageAt(layout, scrollTop + clientHeight * EYE_LINE));
  useFollowing({ pane, name: "original", follow, read, show });

  const isLaidOut = sizes.length > 0;
  const showShown = useEffectEvent(() => {
    if (shown && pane.current) show(pane.current, shown.start);
  });
  const showAsked = useEffectEvent((page: number) => {
    follow.lead("original");
    goTo({ page, y: 0 });
  });
  useEffect(() => {
    if (isLaidOut && asked) showAsked(asked);
  }, [isLaidOut, asked]);
  const isPlaced = shown !== null && blocks.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: gone to again whenever another place is named.
  useEffect(() => {
    if (isLaidOut) showShown();
  }, [isLaidOut, isPlaced, shown?.start, shown?.end]);

  const toPage = (page: number) => {
    if (page < 1 || page > pdf.numPages) return;
    follow.lead("original");
    goTo({ page, y: 0 });
    setSearch({ page });
  };
  const onKey = (key: string) => {
    if (key === "ArrowLeft") toPage(current - 1);
    else if (key === "ArrowRight") toPage(current + 1);
    else if (key === "+" || key === "=") zoom(1);
    else if (key === "-") zoom(-1);
    else if (key === "0") fitWidth();
  };
  return (
    <>
      <PdfToolbar
        page={current}
        pageCount={pdf.numPages}
        scale={scale}
        onPage={toPage}
        onZoom={zoom}
        onFitWidth={fitWidth}
      />
      <section
        ref={pane}
        data-pane
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label="Original"
        onKeyDown={(event) => {
          if (!event.metaKey && !event.ctrlKey && !event.altKey) onKey(event.key);
        }}
        className="relative min-h-0 flex-1 overflow-auto bg-sunken -outline-offset-2 [scrollbar-gutter:stable]"
      >
        <div className="relative min-w-fit" style={{ height: layout.tops.at(-1) }}>
          {sizes.map((size, index) =>
            index + 1 >= first && index + 1 <= last ? (
              <PdfPage
                // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
                key={index}
                viewer={viewer}
                pdf={pdf}
                number={index + 1}
                size={size}
                scale={scale}
                top={layout.tops[index] ?? 0}
              />
            ) : null,
          )}
        </div>
      </section>
    </>
  );
}
