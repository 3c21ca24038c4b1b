import { useEffect, useEffectEvent } from "react";
import { isTyping } from "#lib/is-typing.ts";
import type { Viewer } from "./viewer.ts";

/** `j` and `k` go from passage to passage; gives the step for who clicks. */
export function usePassageKeys({ passages, passage, select }: Viewer): (by: 1 | -1) => void {
  const step = (by: 1 | -1) => {
    const next = passage ? passages[passage.ordinal + by] : passages[0];
    if (next) select(next);
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    if (isTyping(event.target)) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  return step;
}
