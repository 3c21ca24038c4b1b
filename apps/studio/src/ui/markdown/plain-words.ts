import { EMPTY_MARKDOWN, growMarkdown } from "./grow-markdown.ts";
import { piecesOf } from "./inline.ts";

/** What a reader would say: the words without their marks, one line per leaf. */
export function plainWords(markdown: string): string {
  const { leaves } = growMarkdown(EMPTY_MARKDOWN, markdown);
  const lines = leaves.map(({ nodes, code }) => [...piecesOf(nodes).map(({ text }) => text), code]);
  return lines.map((words) => words.join("")).join("\n");
}
