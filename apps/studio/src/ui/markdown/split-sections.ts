import type { MarkdownLeaf } from "./grow-markdown.ts";

/** The leaves of each top-level block: one by itself, or all of a list. */
export function splitSections(leaves: readonly MarkdownLeaf[]): MarkdownLeaf[][] {
  const sections: MarkdownLeaf[][] = [];
  for (const [index, leaf] of leaves.entries()) {
    const previous = leaves[index - 1];
    if (previous && previous.depth > 0 && leaf.depth > 0) sections.at(-1)?.push(leaf);
    else sections.push([leaf]);
  }
  return sections;
}
