import type { Block } from "../block.ts";

/** Where on the pages a stretch of the text begins: points from the top of its page. */
export interface Anchor {
  page: number;
  y: number;
}

/** The place of the block that holds an offset, or of the last before it. */
export function anchorOf(blocks: readonly Block[], offset: number): Anchor | null {
  const block = blocks.findLast(({ start, page }) => start <= offset && page !== undefined);
  return block?.page === undefined ? null : { page: block.page, y: block.box?.[1] ?? 0 };
}

/** The offset of the text that stands at a place: of columns side by side, the first one's. */
export function offsetAt(blocks: readonly Block[], { page, y }: Anchor): number | null {
  const onPage = blocks.filter((block) => block.page === page);
  const above = onPage.filter(({ box }) => (box?.[1] ?? 0) <= y);
  const lowest = Math.max(...above.map(({ box }) => box?.[1] ?? 0));
  const found = above.find(({ box }) => (box?.[1] ?? 0) === lowest) ?? onPage[0];
  return found?.start ?? null;
}
