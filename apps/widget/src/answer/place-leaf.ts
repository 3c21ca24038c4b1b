import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";
import { element } from "../element.ts";
import { kit } from "../kit.ts";
import { rare } from "./load-rare-blocks.ts";

/** Where a leaf stands in the page, which is where the next one goes on. */
export interface Place {
  /** The outermost element that came with the leaf. */
  top: HTMLElement;
  /** The lists that are open behind it, outermost first. */
  lists: readonly HTMLElement[];
  /** The table that it is a row of. */
  table: HTMLTableElement | null;
}

/** Puts a drawn leaf behind the last one, in new lists and tables where it begins them. */
export function placeLeaf(
  root: HTMLElement,
  before: Place | undefined,
  { kind, depth, item, columns }: MarkdownLeaf,
  drawn: HTMLElement,
): Place {
  const lists = (before?.lists ?? []).slice(0, depth);
  let top: HTMLElement | null = null;
  const holderAt = (level: number) => (lists[level - 1]?.lastElementChild as HTMLElement) ?? root;
  if (item) {
    const tag = item.ordered ? "ol" : "ul";
    const outer = holderAt(depth - 1);
    const entry = element("li");
    if (lists[depth - 1]?.localName !== tag) {
      const list = element(tag, item.ordered ? { start: item.number } : {});
      outer.append(list);
      lists[depth - 1] = list;
      top = list;
    }
    lists[depth - 1]?.append(entry);
    top ??= entry;
  }
  const holder = holderAt(depth);
  const row = columns && rare!.placeRow(kit, { holder, before, kind, drawn });
  if (!row) holder.append(drawn);
  return { top: top ?? row?.top ?? drawn, lists, table: row?.table ?? null };
}
