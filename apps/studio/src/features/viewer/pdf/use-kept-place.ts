import { type RefObject, useLayoutEffect, useRef } from "react";
import { type PageLayout, pageAt, topOf } from "./page-layout.ts";

/** Keeps what is at the top of the pane there when its pages get other sizes, by zoom or width. */
export function useKeptPlace(pane: RefObject<HTMLElement | null>, layout: PageLayout): void {
  const before = useRef(layout);
  useLayoutEffect(() => {
    const element = pane.current;
    if (element && before.current !== layout && before.current.tops.length > 1) {
      element.scrollTop = topOf(layout, pageAt(before.current, element.scrollTop));
    }
    before.current = layout;
  }, [pane, layout]);
}
