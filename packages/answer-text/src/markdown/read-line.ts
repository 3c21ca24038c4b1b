import type { Leaf, ListMarker } from "./leaf.ts";
import type { RareBlocks } from "./rare-blocks.ts";

export interface Line {
  start: number;
  /** Without its line feed. */
  text: string;
  /** Where the next one starts. */
  next: number;
}

/** What a line begins, by itself. */
export interface LineStart extends LineContent {
  indent: number;
  item: ListMarker | null;
}

export interface LineContent {
  kind: Leaf["kind"];
  /** Where its words begin in the line. */
  contentAt: number;
  /** The run that opens a fence; the same or a longer one closes it. */
  fence: string | null;
}

const MARKER = /^[ \t]*(?:[-*+]|(\d{1,9})[.)])[ \t]+(?=\S|$)/;
const HEADING = /^[ \t]*#{1,6}[ \t]+/;
const TAB_WIDTH = 4;

export function readLine(line: string, rare: RareBlocks | null): LineStart {
  const indent = indentOf(line);
  const plain = { indent, item: null };
  if (rare?.isRule(line)) return { ...plain, kind: "rule", contentAt: line.length, fence: null };
  const marker = MARKER.exec(line);
  if (!marker) return { ...plain, ...readContent(line, rare) };
  const item = { ordered: marker[1] !== undefined, number: Number(marker[1] ?? 1) };
  const content = readContent(line.slice(marker[0].length), rare);
  return { indent, item, ...content, contentAt: marker[0].length + content.contentAt };
}

export function indentOf(line: string): number {
  const [spaces] = /^[ \t]*/.exec(line) as unknown as [string];
  return spaces.replaceAll("\t", " ".repeat(TAB_WIDTH)).length;
}

function readContent(content: string, rare: RareBlocks | null): LineContent {
  const found = rare?.readRareContent(content);
  if (found) return found;
  const heading = HEADING.exec(content);
  if (heading) return { kind: "heading", contentAt: heading[0].length, fence: null };
  const contentAt = content.length - content.trimStart().length;
  return { kind: "paragraph", contentAt, fence: null };
}
