import { useEffect, useRef } from "react";

const NEAR_PX = 80;

/** Keeps a scrolled box at its end while it grows, unless the person has scrolled up to read. */
export function useStickToEnd<Box extends HTMLElement>() {
  const box = useRef<Box>(null);
  useEffect(() => {
    const scrolled = box.current;
    if (!scrolled) return;
    let isNear = true;
    const look = () => {
      isNear = scrolled.scrollHeight - scrolled.scrollTop - scrolled.clientHeight < NEAR_PX;
    };
    const follow = new ResizeObserver(() => {
      if (isNear) scrolled.scrollTop = scrolled.scrollHeight;
    });
    scrolled.addEventListener("scroll", look, { passive: true });
    for (const child of scrolled.children) follow.observe(child);
    return () => {
      scrolled.removeEventListener("scroll", look);
      follow.disconnect();
    };
  }, []);
  return box;
}
