import type { LeafWords } from "./grow-markdown.ts";
import type { Inline } from "./inline.ts";
import type { Leaf, Range } from "./leaf.ts";
import { splitCells } from "./split-cells.ts";

type Parse = (ranges: readonly Range[], isLast: boolean) => Inline[];

/** The words of code and of rows, and that a rule has none; null for all else. */
export function readRareWords(
  text: string,
  { kind, columns, ranges }: Leaf,
  parse: Parse,
): LeafWords | null {
  const none = { nodes: [], cells: [], code: "" };
  const lines = ranges.map(({ start, end }) => ({ start, words: text.slice(start, end) }));
  if (kind === "rule") return none;
  if (kind === "code") {
    return {
      ...none,
      code: lines
        .map(({ words }) => words)
        .join("")
        .replace(/\n$/, ""),
    };
  }
  if (!columns) return null;
  const places = lines.flatMap(({ start, words }) => splitCells(words, start));
  const cells = places.map((place) => {
    return { start: place.start, nodes: parse([place], place === places.at(-1)) };
  });
  return { ...none, nodes: cells.flatMap(({ nodes }) => nodes), cells };
}
