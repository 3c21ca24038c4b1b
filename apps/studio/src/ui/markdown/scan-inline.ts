import type { EmphasisMark, InlineTree } from "./inline-tree.ts";
import { safeHref } from "./safe-href.ts";

const SPECIAL = /\\|`+|\*+|_+|!?\[|\]|<|https?:\/\//g;
const ESCAPED = /[!-/:-@[-`{-~]/;
const DESTINATION = /\(<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?: +"[^"\n]*")? *\)/y;
const ANGLED = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/y;
const BARE = /https?:\/\/[^\s<>"'`*()[\]]{1,2000}/y;
const TRAILING = /[.,;:!?]+$/;
const SPACE = /^\s?$/;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const MAX_RUN = 3;

interface Scan {
  text: string;
  /** Where the scanned text starts in the whole. */
  offset: number;
  tree: InlineTree;
  /** The place of the next run of backticks of the same length, by the place of each. */
  closingTicks: ReadonlyMap<number, number>;
}

/** Reads one stretch of text into the tree, in one pass. */
export function scanInline(text: string, offset: number, tree: InlineTree): void {
  const scan: Scan = { text, offset, tree, closingTicks: pairTicks(text) };
  let at = 0;
  for (;;) {
    SPECIAL.lastIndex = at;
    const found = SPECIAL.exec(text);
    const next = found?.index ?? text.length;
    tree.text(offset + at, text.slice(at, next));
    if (!found) return;
    at = readMark(scan, next, found[0]);
  }
}

/** Reads what a special character begins, and gives where it ends. */
function readMark(scan: Scan, at: number, mark: string): number {
  const { tree, offset } = scan;
  switch (mark[0]) {
    case "\\":
      return readEscape(scan, at);
    case "`":
      return readCode(scan, at, mark);
    case "*":
    case "_":
      return readEmphasis(scan, at, mark);
    case "<":
      return readAngled(scan, at);
    case "h":
      return readBare(scan, at, mark);
    case "]":
      return readBracketEnd(scan, at);
    default:
      tree.openBracket(offset + at, mark);
      return at + mark.length;
  }
}

function asText({ tree, offset }: Scan, at: number, text: string): number {
  tree.text(offset + at, text);
  return at + text.length;
}

function readEscape(scan: Scan, at: number): number {
  const escaped = scan.text[at + 1];
  if (escaped === undefined || !ESCAPED.test(escaped)) return asText(scan, at, "\\");
  return asText(scan, at + 1, escaped);
}

function readCode(scan: Scan, at: number, ticks: string): number {
  const closing = scan.closingTicks.get(at);
  if (closing === undefined) return asText(scan, at, ticks);
  const start = at + ticks.length;
  const text = scan.text.slice(start, closing);
  scan.tree.add({ kind: "code", start: scan.offset + start, text });
  return closing + ticks.length;
}

/** The flanking rules of CommonMark 0.31, section 6.2. */
function readEmphasis(scan: Scan, at: number, run: string): number {
  if (run.length > MAX_RUN) return asText(scan, at, run);
  const mark = run[0] as EmphasisMark;
  const before = scan.text[at - 1] ?? "";
  const after = scan.text[at + run.length] ?? "";
  const opens = isFlanking(after, before);
  const closes = isFlanking(before, after);
  const isWord = mark === "_" && opens && closes;
  const canOpen = opens && (!isWord || PUNCTUATION.test(before));
  const canClose = closes && (!isWord || PUNCTUATION.test(after));
  const isBoth = canOpen && canClose;
  const left = canClose ? scan.tree.closeEmphasis(mark, run.length, isBoth) : run.length;
  const rest = at + run.length - left;
  const written = run.slice(0, left);
  if (left > 0 && canOpen) scan.tree.openEmphasis(mark, scan.offset + rest, written, isBoth);
  else asText(scan, rest, written);
  return at + run.length;
}

function isFlanking(inner: string, outer: string): boolean {
  if (SPACE.test(inner)) return false;
  return !PUNCTUATION.test(inner) || SPACE.test(outer) || PUNCTUATION.test(outer);
}

function readAngled(scan: Scan, at: number): number {
  ANGLED.lastIndex = at;
  const address = ANGLED.exec(scan.text)?.[1];
  if (!address) return asText(scan, at, "<");
  addLink(scan, at + 1, address);
  return at + address.length + 2;
}

function readBare(scan: Scan, at: number, scheme: string): number {
  BARE.lastIndex = at;
  const address = BARE.exec(scan.text)?.[0].replace(TRAILING, "");
  const isInWord = /\w/.test(scan.text[at - 1] ?? "");
  if (!address || isInWord || scan.tree.isInBrackets()) return asText(scan, at, scheme);
  addLink(scan, at, address);
  return at + address.length;
}

function addLink(scan: Scan, at: number, address: string): void {
  const href = safeHref(address);
  const start = scan.offset + at;
  const words = { kind: "text", start, text: address } as const;
  scan.tree.add(href ? { kind: "link", start, href, children: [words] } : words);
}

function readBracketEnd(scan: Scan, at: number): number {
  DESTINATION.lastIndex = at + 1;
  const destination = DESTINATION.exec(scan.text);
  const href = destination && safeHref(destination[1] as string);
  if (scan.tree.closeBracket(href)) return at + 1 + (destination?.[0].length ?? 0);
  return asText(scan, at, "]");
}

function pairTicks(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const nextOfLength = new Map<number, number>();
  for (const { 0: run, index } of Array.from(text.matchAll(/`+/g)).reverse()) {
    const next = nextOfLength.get(run.length);
    if (next !== undefined) pairs.set(index, next);
    nextOfLength.set(run.length, index);
  }
  return pairs;
}
