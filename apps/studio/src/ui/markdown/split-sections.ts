import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";

/** The leaves of each top-level block: one by itself, or all of a list or a table. */
export function splitSections(leaves: readonly MarkdownLeaf[]): MarkdownLeaf[][] {
  const sections: MarkdownLeaf[][] = [];
  for (const [index, leaf] of leaves.entries()) {
    const previous = leaves[index - 1];
    const isInList = previous && previous.depth > 0 && leaf.depth > 0;
    if (isInList || leaf.kind === "row") sections.at(-1)?.push(leaf);
    else sections.push([leaf]);
  }
  return sections;
}
