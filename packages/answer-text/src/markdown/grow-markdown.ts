import type { Inline } from "./inline.ts";
import type { Leaf, Range } from "./leaf.ts";
import { parseInline } from "./parse-inline.ts";
import type { RareBlocks } from "./rare-blocks.ts";
import { splitLeaves } from "./split-leaves.ts";

export interface MarkdownCell {
  start: number;
  nodes: Inline[];
}

export interface MarkdownLeaf extends Leaf, LeafWords {}

export interface LeafWords {
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
  /** Null: tables, code, quotes and rules are read as the lines they are. */
  rare: RareBlocks | null;
}

/**
 * Parses a text that goes on from an earlier one: leaves that nothing can change any more are the
 * same objects as before. A text that does not go on from it is parsed anew.
 */
export function growMarkdown(
  previous: MarkdownText,
  text: string,
  { isGrowing = false }: { isGrowing?: boolean } = {},
): MarkdownText {
  const { rare } = previous;
  const known = text.startsWith(previous.text) ? settledOf(previous) : [];
  const resumed = previous.leaves[known.length];
  const from = known.at(-1)?.end ?? 0;
  const place = {
    from,
    path: known.length > 0 ? (resumed?.before ?? []) : [],
    columns: known.length > 0 && resumed?.kind === "row" ? resumed.columns : null,
  };
  const added = splitLeaves(text, place, { isGrowing, rare });
  const last = added.length - 1;
  const parsed = added.map((leaf, index) =>
    parseLeaf(text, leaf, { isGrowing: isGrowing && index === last, rare }),
  );
  return { text, leaves: [...known, ...parsed], rare };
}

/** A leaf is settled once the next one began in a line that is complete. */
function settledOf({ text, leaves }: MarkdownText): readonly MarkdownLeaf[] {
  const lastLineStart = text.lastIndexOf("\n") + 1;
  const resumed = leaves.findLastIndex(({ start }) => start < lastLineStart);
  return leaves.slice(0, Math.max(resumed, 0));
}

interface LeafReading {
  isGrowing: boolean;
  rare: RareBlocks | null;
}

function parseLeaf(text: string, leaf: Leaf, { isGrowing, rare }: LeafReading): MarkdownLeaf {
  const parse = (ranges: readonly Range[], isLast: boolean) =>
    parseInline(text, ranges, isGrowing && isLast);
  const words = rare?.readRareWords(text, leaf, parse);
  if (words) return { ...leaf, ...words };
  const nodes = parse(trimEnd(text, leaf.ranges, isGrowing ? BEGUN_MARK : /\s+$/), true);
  return { ...leaf, nodes, cells: [], code: "" };
}

/** A mark whose words have not come yet would be seen for a moment. */
const BEGUN_MARK = /(?:\s|^)[*_]{0,3}$/;

function trimEnd(text: string, ranges: Leaf["ranges"], trimmed: RegExp): Leaf["ranges"] {
  const last = ranges.at(-1);
  if (!last) return ranges;
  const end = last.start + text.slice(last.start, last.end).replace(trimmed, "").trimEnd().length;
  return [...ranges.slice(0, -1), { start: last.start, end }];
}
