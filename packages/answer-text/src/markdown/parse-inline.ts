import type { Inline } from "./inline.ts";
import type { Range } from "./leaf.ts";
import { createOpenMarks } from "./open-marks.ts";
import { safeHref } from "./safe-href.ts";

/** An escape, a code's ticks, emphasis, a bracket, its end with or without an address, an address. */
const MARK =
  /\\[!-/:-@[-`{-~]|`+|\*+|_+|!?\[|\](\(<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?: +"[^"\n]*")? *\))?|<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>|https?:\/\/[^\s<>"'`*()[\]]{1,2000}/g;
const TRAILING = /[.,;:!?]+$/;
const MAX_RUN = 3;

/**
 * The words of a leaf with their emphasis, code and links, each where it stands in the text: a
 * subset of CommonMark 0.31 without images, HTML and references, linear in the text's length.
 */
export function parseInline(text: string, ranges: readonly Range[], isGrowing: boolean): Inline[] {
  const marks = createOpenMarks();
  for (const { start, end } of ranges) {
    const part = text.slice(start, end);
    const ticks = pairTicks(part);
    let at = 0;
    MARK.lastIndex = 0;
    for (let found = MARK.exec(part); found; found = MARK.exec(part)) {
      marks.text(start + at, part.slice(at, found.index));
      at = found.index + readMark(found, { part, start, marks, ticks });
      MARK.lastIndex = at;
    }
    marks.text(start + at, part.slice(at));
  }
  // While words come, bold that is open runs to their end.
  for (let place = marks.find("**"); isGrowing && place; place = marks.find("**")) {
    marks.wrap(place, 2);
  }
  return marks.end();
}

interface Reading {
  part: string;
  /** Where the part stands in the whole text. */
  start: number;
  marks: ReturnType<typeof createOpenMarks>;
  /** The place of the next run of ticks of the same length, by the place of each. */
  ticks: ReadonlyMap<number, number>;
}

/** Takes what a mark begins or ends, and gives its length. */
function readMark(found: RegExpExecArray, { part, start, marks, ticks }: Reading): number {
  const [mark, destination, href, angled] = found;
  const { index } = found;
  const at = start + index;
  const end = index + mark.length;
  const link = (from: number, address: string) => {
    const safe = safeHref(address);
    const words: Inline = { kind: "text", start: from, text: address };
    marks.node(safe ? { kind: "link", start: from, href: safe, children: [words] } : words);
  };
  if (mark[0] === "\\") marks.text(at + 1, mark.slice(1));
  else if (mark[0] === "`") {
    const closing = ticks.get(index);
    if (closing) {
      marks.node({ kind: "code", start: start + end, text: part.slice(end, closing) });
      return closing + mark.length - index;
    }
    marks.text(at, mark);
  } else if (/[*_]/.test(mark[0]!) && mark.length <= MAX_RUN) {
    emphasize(marks, { at, mark, before: part[index - 1] ?? " ", after: part[end] ?? " " });
  } else if (mark.endsWith("[")) marks.begin(at, mark);
  else if (mark[0] === "]") {
    const place = marks.find("[");
    const safe = place && destination ? safeHref(href ?? "") : null;
    if (safe) {
      marks.link(place, safe);
      return mark.length;
    }
    if (place) marks.dissolve(place);
    marks.text(at, "]");
    return 1;
  } else if (angled) link(at + 1, angled);
  else if (mark[0] === "h" && !/\w/.test(part[index - 1] ?? "") && !marks.find("[")) {
    const address = mark.replace(TRAILING, "");
    link(at, address);
    return address.length;
  } else marks.text(at, mark);
  return mark.length;
}

interface Emphasis {
  at: number;
  mark: string;
  before: string;
  after: string;
}

/** Opens before words and closes behind them; within a word, stars alone do. */
function emphasize(
  marks: ReturnType<typeof createOpenMarks>,
  { at, mark, before, after }: Emphasis,
): void {
  const isInWord = mark[0] === "_" && /\w/.test(before) && /\w/.test(after);
  const closes = /\S/.test(before) && !isInWord;
  const opens = /\S/.test(after) && !isInWord;
  let left = mark.length;
  for (let place = 1; closes && left && place; ) {
    place = marks.find(mark[0]!);
    if (place) left -= marks.wrap(place, left);
  }
  const rest = mark.slice(0, left);
  const from = at + mark.length - left;
  if (left && opens) marks.begin(from, rest);
  else marks.text(from, rest);
}

function pairTicks(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const nextOfLength = new Map<number, number>();
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].toReversed()) {
    const next = nextOfLength.get(run.length);
    if (next !== undefined) pairs.set(index, next);
    nextOfLength.set(run.length, index);
  }
  return pairs;
}
