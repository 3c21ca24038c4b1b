import type { Line } from "./page-lines.ts";

const SMALLER = 0.95;
const NOTE_MARK = /^(\d{1,3}|[*∗†‡§¶]{1,3})(?:\s?[^\d\s.,%)]|$)/;
const MOST_UNMARKED_LINES = 14;
const GAP_EMS = 1.6;
const SAME_SIZE_POINTS = 0.3;

export interface PageParts {
  body: Line[][];
  /** What stands at the foot of columns: notes, terms of use, figures. */
  notes: Line[][];
}

/** Parts from each region the smaller lines at its foot, which no text of the body's size stands below. */
export function partNotes(regions: readonly Line[][], bodySize: number): PageParts {
  const isSmall = ({ size }: Line) => size < bodySize * SMALLER;
  const large = regions.flat().filter((line) => !isSmall(line));
  const parts: PageParts = { body: [], notes: [] };
  for (const [index, lines] of regions.entries()) {
    const foot = footAt(lines, isSmall, large);
    const at = goesOn(lines.slice(foot), regions[index + 1]?.[0]) ? lines.length : foot;
    if (at > 0) parts.body.push(lines.slice(0, at));
    if (at < lines.length) parts.notes.push(...eachNote(lines.slice(at)));
  }
  return parts;
}

/** Smaller text that fills the next column too is no note: references, an appendix. */
function goesOn(foot: readonly Line[], next: Line | undefined): boolean {
  const last = foot.at(-1);
  if (!last || !next || foot[0]!.opensNote || next.baseline > foot[0]!.baseline) return false;
  return next.left > last.right && Math.abs(next.size - last.size) < SAME_SIZE_POINTS;
}

/** A line opens a note by the number that follows the last one's, or by any other mark. */
function eachNote(lines: readonly Line[]): Line[][] {
  const notes: Line[][] = [];
  let number: number | undefined;
  for (const line of lines) {
    const mark = NOTE_MARK.exec(line.text)?.[1];
    const own = mark === undefined || !/\d/.test(mark) ? undefined : Number(mark);
    const opens =
      mark !== undefined && (own === undefined || number === undefined || own === number + 1);
    if (opens) number = own ?? number;
    if (opens || notes.length === 0) notes.push([line]);
    else notes.at(-1)!.push(line);
  }
  return notes;
}

/** Where the foot of a region begins: below a gap, or at a note's mark and what runs on to it. */
function footAt(
  lines: readonly Line[],
  isSmall: (line: Line) => boolean,
  large: readonly Line[],
): number {
  const first = lines.findLastIndex((line) => !isSmall(line)) + 1;
  for (let at = first; at < lines.length; at += 1) {
    const line = lines[at]!;
    const isMarked = NOTE_MARK.test(line.text);
    const isShort = lines.length - at <= MOST_UNMARKED_LINES;
    if (!isMarked && !(isShort && isBelowGap(line, lines[at - 1]))) continue;
    const start = isMarked ? runOn(lines, first, at) : at;
    if (standsLast(lines.slice(start), large)) return start;
  }
  return markedFoot(lines, large) ?? lines.length;
}

const LOWER = 0.5;

/** Where notes as large as the text begin, by marks that are raised, in the lower half of the text. */
function markedFoot(lines: readonly Line[], large: readonly Line[]): number | undefined {
  const at = lines.findIndex((line) => line.opensNote && isLow(line, large));
  const notes = lines.slice(at);
  if (at < 1 || notes.some(({ size }) => Math.abs(size - notes[0]!.size) > SAME_SIZE_POINTS))
    return undefined;
  const others = large.filter((line) => !notes.includes(line));
  return standsLast(notes, others) ? at : undefined;
}

function isLow({ baseline }: Line, lines: readonly Line[]): boolean {
  const top = Math.min(...lines.map((line) => line.baseline));
  const bottom = Math.max(...lines.map((line) => line.baseline));
  return baseline > top + (bottom - top) * LOWER;
}

/** A note goes on from the page before: its last lines stand close above the first mark. */
function runOn(lines: readonly Line[], first: number, marked: number): number {
  const { size } = lines[marked]!;
  let at = marked;
  while (
    at > first &&
    Math.abs(lines[at - 1]!.size - size) < SAME_SIZE_POINTS &&
    !isBelowGap(lines[at]!, lines[at - 1])
  )
    at -= 1;
  return at;
}

function isBelowGap(line: Line, before: Line | undefined): boolean {
  return before !== undefined && line.baseline - before.baseline > GAP_EMS * before.size;
}

/** Text of the body's size stands above these lines, and none below. */
function standsLast(lines: readonly Line[], large: readonly Line[]): boolean {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const over = large.filter((line) => line.left < right && line.right > left);
  return over.length > 0 && over.every(({ baseline }) => baseline < lines[0]!.baseline);
}
