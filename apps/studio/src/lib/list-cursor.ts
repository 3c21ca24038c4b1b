export type ListKey = "j" | "k" | "ArrowDown" | "ArrowUp" | "Home" | "End";

const STEPS: Record<ListKey, (index: number, last: number) => number> = {
  j: (index, last) => Math.min(index + 1, last),
  ArrowDown: (index, last) => Math.min(index + 1, last),
  k: (index) => Math.max(index - 1, 0),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, last) => last,
};

export function isListKey(key: string): key is ListKey {
  return Object.hasOwn(STEPS, key);
}

/** Which row a key leads to; from nowhere (or a row that is gone) every key starts at an end. */
export function moveCursor(
  ids: readonly string[],
  activeId: string | null,
  key: ListKey,
): string | null {
  const last = ids.length - 1;
  if (last < 0) return null;
  const index = activeId === null ? -1 : ids.indexOf(activeId);
  if (index < 0) return ids[key === "k" || key === "ArrowUp" || key === "End" ? last : 0] ?? null;
  return ids[STEPS[key](index, last)] ?? null;
}
