import type { Inline } from "./inline.ts";
import type { Leaf } from "./leaf.ts";
import { parseInline } from "./parse-inline.ts";
import { splitCells } from "./split-cells.ts";
import { splitLeaves } from "./split-leaves.ts";

export interface MarkdownCell {
  start: number;
  nodes: Inline[];
}

export interface MarkdownLeaf extends Leaf {
  /** Empty for code and rules. */
  nodes: Inline[];
  /** Of a table's head or row; their nodes together are its nodes. */
  cells: MarkdownCell[];
  /** The words of a code block. */
  code: string;
}

export interface MarkdownText {
  text: string;
  leaves: readonly MarkdownLeaf[];
}

export const EMPTY_MARKDOWN: MarkdownText = { text: "", leaves: [] };

/**
 * Parses a text that goes on from an earlier one: leaves that nothing can change any more are the
 * same objects as before. A text that does not go on from it is parsed anew.
 */
export function growMarkdown(
  previous: MarkdownText,
  text: string,
  { isGrowing = false }: { isGrowing?: boolean } = {},
): MarkdownText {
  const known = text.startsWith(previous.text) ? settledOf(previous) : [];
  const resumed = previous.leaves[known.length];
  const from = known.at(-1)?.end ?? 0;
  const place = {
    from,
    path: known.length > 0 ? (resumed?.before ?? []) : [],
    columns: known.length > 0 && resumed?.kind === "row" ? resumed.columns : null,
  };
  const added = splitLeaves(text, place, { isGrowing });
  const last = added.length - 1;
  const parsed = added.map((leaf, index) => parseLeaf(text, leaf, isGrowing && index === last));
  return { text, leaves: [...known, ...parsed] };
}

/** A leaf is settled once the next one began in a line that is complete. */
function settledOf({ text, leaves }: MarkdownText): readonly MarkdownLeaf[] {
  const lastLineStart = text.lastIndexOf("\n") + 1;
  const resumed = leaves.findLastIndex(({ start }) => start < lastLineStart);
  return leaves.slice(0, Math.max(resumed, 0));
}

function parseLeaf(text: string, leaf: Leaf, isGrowing: boolean): MarkdownLeaf {
  if (leaf.kind === "rule") return { ...leaf, nodes: [], cells: [], code: "" };
  if (leaf.kind === "code") {
    const lines = leaf.ranges.map(({ start, end }) => text.slice(start, end));
    return { ...leaf, nodes: [], cells: [], code: lines.join("").replace(/\n$/, "") };
  }
  if (leaf.columns) {
    const cells = readCells(text, leaf, isGrowing);
    return { ...leaf, nodes: cells.flatMap(({ nodes }) => nodes), cells, code: "" };
  }
  const ranges = trimEnd(text, leaf.ranges, isGrowing ? BEGUN_MARK : /\s+$/);
  const nodes = parseInline(text, ranges, { isGrowing });
  return { ...leaf, nodes, cells: [], code: "" };
}

function readCells(text: string, { ranges }: Leaf, isGrowing: boolean): MarkdownCell[] {
  const cells = ranges.flatMap(({ start, end }) => splitCells(text.slice(start, end), start));
  return cells.map((cell) => ({
    start: cell.start,
    nodes: parseInline(text, [cell], { isGrowing: isGrowing && cell === cells.at(-1) }),
  }));
}

/** A mark whose words have not come yet would be seen for a moment. */
const BEGUN_MARK = /(?:\s|^)[*_]{0,3}$/;

function trimEnd(text: string, ranges: Leaf["ranges"], trimmed: RegExp): Leaf["ranges"] {
  const last = ranges.at(-1);
  if (!last) return ranges;
  const end = last.start + text.slice(last.start, last.end).replace(trimmed, "").trimEnd().length;
  return [...ranges.slice(0, -1), { start: last.start, end }];
}
