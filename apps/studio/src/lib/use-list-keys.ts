import { useEffect, useEffectEvent, useState } from "react";
import { isTyping } from "./is-typing.ts";
import { isListKey, moveCursor } from "./list-cursor.ts";

/**
 * `j` `k` and the arrows move a cursor through the rows as they stand on the page, `enter` opens,
 * `esc` closes. Each row carries `data-row-id` and takes the focus, so that readers follow.
 */
export function useListKeys({
  follows = false,
  onOpen,
  onClose,
}: {
  /** What lies open follows the cursor. */
  follows?: boolean;
  onOpen: (id: string) => void;
  onClose: () => void;
}) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "Escape" && !isOverlaid()) return onClose();
    if (isTyping(event.target)) return;
    if (event.key === "Enter" && isRow(event.target) && activeId) return onOpen(activeId);
    if (!isListKey(event.key)) return;
    const next = moveCursor(rowIds(), activeId, event.key);
    if (!next) return;
    event.preventDefault();
    setActiveId(next);
    document.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(next)}"]`)?.focus();
    if (follows) onOpen(next);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  return { activeId, setActiveId };
}

function rowIds(): string[] {
  const rows = document.querySelectorAll<HTMLElement>("[data-row-id]");
  return Array.from(rows, ({ dataset }) => dataset.rowId ?? "");
}

function isRow(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.matches("[data-row-id]"));
}

function isOverlaid(): boolean {
  return document.querySelector("[role=dialog][data-state=open], [role=menu]") !== null;
}
