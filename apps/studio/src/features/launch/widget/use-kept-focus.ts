import { type RefObject, useEffect } from "react";

/** From when its page is there until the chat in it has opened. */
const OPENING_MS = 3_000;

/** Gives back the focus that a frame takes when it opens: somebody may be typing beside it. */
export function useKeptFocus(frame: RefObject<HTMLIFrameElement | null>): void {
  useEffect(() => {
    let held = document.activeElement;
    let opensUntilMs = Number.POSITIVE_INFINITY;
    const leaving = new AbortController();
    const { signal } = leaving;
    const note = ({ target }: Event) => {
      if (target !== frame.current) held = target as Element;
    };
    const giveBack = () => {
      if (document.activeElement !== frame.current || performance.now() > opensUntilMs) return;
      frame.current?.blur();
      if (held instanceof HTMLElement && held.isConnected) held.focus({ preventScroll: true });
    };
    const opened = () => {
      opensUntilMs = performance.now() + OPENING_MS;
    };
    document.addEventListener("focusin", note, { signal });
    // Which element has it now is known a moment later.
    window.addEventListener("blur", () => setTimeout(giveBack), { signal });
    frame.current?.addEventListener("load", opened, { signal });
    return () => leaving.abort();
  }, [frame]);
}
