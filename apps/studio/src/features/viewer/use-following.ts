import { type RefObject, useEffect, useEffectEvent } from "react";
import type { ViewerPane } from "#app/viewer-search.ts";
import type { Follow } from "./create-follow.ts";

const HANDS = ["pointerdown", "wheel", "touchstart", "keydown"] as const;

/** Ties a scrolling pane to the other: tells where a person moves it, and goes where they move that. */
export function useFollowing({
  pane,
  name,
  follow,
  read,
  show,
}: {
  pane: RefObject<HTMLElement | null>;
  name: ViewerPane;
  follow: Follow;
  read: (pane: HTMLElement) => number | null;
  show: (pane: HTMLElement, offset: number) => void;
}): void {
  const onScroll = useEffectEvent(() => {
    const offset = pane.current && read(pane.current);
    if (typeof offset === "number") follow.report(name, offset);
  });
  const onGo = useEffectEvent((offset: number) => {
    if (pane.current) show(pane.current, offset);
  });
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    let frame = 0;
    const lead = () => follow.lead(name);
    const scrolled = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => onScroll());
    };
    const options = { passive: true };
    for (const hand of HANDS) element.addEventListener(hand, lead, options);
    element.addEventListener("scroll", scrolled, options);
    const stop = follow.listen(name, (offset) => onGo(offset));
    return () => {
      cancelAnimationFrame(frame);
      for (const hand of HANDS) element.removeEventListener(hand, lead);
      element.removeEventListener("scroll", scrolled);
      stop();
    };
  }, [pane, name, follow]);
}
