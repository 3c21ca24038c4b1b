import type { MarkdownLeaf } from "./grow-markdown.ts";

export type Block = { leaf: MarkdownLeaf } | MarkdownList | MarkdownTable;

export interface MarkdownTable {
  head: MarkdownLeaf;
  rows: MarkdownLeaf[];
}

export interface MarkdownList {
  ordered: boolean;
  /** The number of the first item. */
  number: number;
  start: number;
  items: { start: number; blocks: Block[] }[];
}

/** Puts the leaves into the lists and tables they stand in. */
export function groupLeaves(leaves: readonly MarkdownLeaf[]): Block[] {
  const root: Block[] = [];
  const open: MarkdownList[] = [];
  const blocksAt = (depth: number) => open[depth - 1]?.items.at(-1)?.blocks ?? root;
  for (const leaf of leaves) {
    open.length = Math.min(open.length, leaf.depth);
    if (leaf.item) startItem(open, blocksAt(leaf.depth - 1), leaf, leaf.item);
    addLeaf(blocksAt(leaf.depth), leaf);
  }
  return root;
}

function addLeaf(blocks: Block[], leaf: MarkdownLeaf): void {
  const last = blocks.at(-1);
  if (leaf.kind === "head") blocks.push({ head: leaf, rows: [] });
  else if (leaf.kind === "row" && last && "head" in last) last.rows.push(leaf);
  else blocks.push({ leaf });
}

function startItem(
  open: MarkdownList[],
  outer: Block[],
  { depth, start }: MarkdownLeaf,
  { ordered, number }: NonNullable<MarkdownLeaf["item"]>,
): void {
  const item = { start, blocks: [] };
  const same = open[depth - 1];
  if (same?.ordered === ordered) {
    same.items.push(item);
    return;
  }
  const list = { ordered, number, start, items: [item] };
  outer.push(list);
  open[depth - 1] = list;
}
