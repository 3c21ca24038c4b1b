import type { Leaf, ListMarker } from "./leaf.ts";

/** What a line begins, by itself. */
export interface LineStart {
  kind: Leaf["kind"];
  indent: number;
  item: ListMarker | null;
  /** Where its words begin in the line. */
  contentAt: number;
  /** The run that opens a fence; the same or a longer one closes it. */
  fence: string | null;
}

const MARKER = /^[ \t]*(?:[-*+]|(\d{1,9})[.)])[ \t]+(?=\S|$)/;
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})[^`]*$/;
const HEADING = /^[ \t]*#{1,6}[ \t]+/;
const ROW = /^[ \t]*\|/;
const QUOTE = /^[ \t]*>[ \t]?/;
const TAB_WIDTH = 4;

export function readLine(line: string): LineStart {
  const indent = indentOf(line);
  const plain = { indent, item: null, contentAt: 0, fence: null };
  if (RULE.test(line)) return { ...plain, kind: "rule", contentAt: line.length };
  const marker = MARKER.exec(line);
  if (!marker) return { ...plain, ...readContent(line) };
  const item = { ordered: marker[1] !== undefined, number: Number(marker[1] ?? 1) };
  const content = readContent(line.slice(marker[0].length));
  return { indent, item, ...content, contentAt: marker[0].length + content.contentAt };
}

/** Whether a line closes the fence that a run opened. */
export function closesFence(line: string, fence: string): boolean {
  const words = line.trim();
  return words.startsWith(fence) && words === (fence[0] as string).repeat(words.length);
}

export function indentOf(line: string): number {
  const [spaces] = /^[ \t]*/.exec(line) as unknown as [string];
  return spaces.replaceAll("\t", " ".repeat(TAB_WIDTH)).length;
}

function readContent(content: string): Pick<LineStart, "kind" | "contentAt" | "fence"> {
  const fence = FENCE.exec(content)?.[1];
  if (fence) return { kind: "code", contentAt: content.length, fence };
  const heading = HEADING.exec(content);
  if (heading) return { kind: "heading", contentAt: heading[0].length, fence: null };
  const quote = QUOTE.exec(content);
  if (quote) return { kind: "quote", contentAt: quote[0].length, fence: null };
  const contentAt = content.length - content.trimStart().length;
  return { kind: ROW.test(content) ? "row" : "paragraph", contentAt, fence: null };
}
