import { useEffect, useEffectEvent } from "react";
import { isTyping } from "./is-typing.ts";

/** A key by itself, where nobody is typing and no dialog lies over the screen. */
export function useHotkey(key: string, run: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isBare = !event.metaKey && !event.ctrlKey && !event.altKey && !event.defaultPrevented;
    const isOverlaid = document.querySelector("[role=dialog][data-state=open], [role=menu]");
    if (event.key !== key || !isBare || isTyping(event.target) || isOverlaid) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
