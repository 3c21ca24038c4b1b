import { EMPTY_MARKDOWN } from "./empty-markdown.ts";
import { growMarkdown, type MarkdownLeaf } from "./grow-markdown.ts";
import { type Inline, piecesOf } from "./inline.ts";

/** What a reader would say: the words without their marks, one line per leaf. */
export function plainWords(markdown: string): string {
  const { leaves } = growMarkdown(EMPTY_MARKDOWN, markdown);
  return leaves.map(wordsOf).join("\n");
}

function wordsOf({ nodes, cells, code }: MarkdownLeaf): string {
  const words = (of: readonly Inline[]) => piecesOf(of).map(({ text }) => text);
  return cells.length > 0
    ? cells.map((cell) => words(cell.nodes).join("")).join(", ")
    : [...words(nodes), code].join("");
}
