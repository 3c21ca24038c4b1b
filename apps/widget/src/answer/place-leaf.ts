import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";
import { element } from "../element.ts";

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
  { kind, depth, item }: MarkdownLeaf,
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
  if (kind === "row" && before?.table) {
    before.table.tBodies[0]?.append(drawn);
    return { top: top ?? drawn, lists, table: before.table };
  }
  if (kind !== "head") {
    holder.append(drawn);
    return { top: top ?? drawn, lists, table: null };
  }
  const table = element("table", {}, element("thead", {}, drawn), element("tbody"));
  // A box that scrolls must be reachable by keyboard.
  const frame = element(
    "div",
    { class: "scroll", tabIndex: 0, role: "group", ariaLabel: drawn.textContent },
    table,
  );
  holder.append(frame);
  return { top: top ?? frame, lists, table };
}
