import type { Inline } from "./inline.ts";
import { createInlineTree } from "./inline-tree.ts";
import type { Range } from "./leaf.ts";
import { scanInline } from "./scan-inline.ts";

/**
 * The words of a leaf with their emphasis, code and links, each where it stands in the text: a
 * subset of CommonMark 0.31 without images, HTML and references, linear in the text's length.
 */
export function parseInline(
  text: string,
  ranges: readonly Range[],
  { isGrowing = false }: { isGrowing?: boolean } = {},
): Inline[] {
  const tree = createInlineTree();
  for (const { start, end } of ranges) scanInline(text.slice(start, end), start, tree);
  return tree.end(isGrowing);
}
