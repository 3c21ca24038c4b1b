import { startsListItem } from "../text/list-marker.ts";
import { isJustified } from "./is-justified.ts";
import type { Line } from "./page-lines.ts";

const PARAGRAPH_GAP = 1.35;
// Of text in double spacing; lines further apart are never of one paragraph.
const FARTHEST_LEADING_EMS = 2.4;
// Below the middle, since gaps between paragraphs are among the distances too.
const LEADING_QUANTILE = 0.4;
const SIZE_CHANGE = 0.08;
const INDENT_EMS = 0.8;
const SHORT_LINE_SHARE = 0.8;

export interface Paragraph {
  lines: Line[];
  /** Of the region that the paragraph stands in, in points. */
  left: number;
  width: number;
}

/** Groups a region's lines into paragraphs by gaps, indents, short last lines, changes of style and known titles. */
export function groupParagraphs(
  lines: readonly Line[],
  isTitle: (text: string) => boolean,
): Paragraph[] {
  const leading = usualLeading(lines);
  const right = Math.max(...lines.map((line) => line.right));
  const left = Math.min(...lines.map((line) => line.left));
  const width = right - left;
  const grid = new Set(lines.filter((line, at) => isGrid(line) && !isJustified(lines, at)));
  const groups: Line[][] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    const group = groups.at(-1);
    const joins =
      previous &&
      group &&
      !isTitle(line.text) &&
      !isTitle(previous.text) &&
      !parts(previous, line, { leading, right, width, group, grid });
    if (joins) group.push(line);
    else groups.push([line]);
  });
  return groups.map((group) => ({ lines: group, left, width }));
}

interface Measure {
  leading: number;
  right: number;
  width: number;
  group: Line[];
  /** Lines that are rows, not text. */
  grid: ReadonlySet<Line>;
}

function parts(
  previous: Line,
  line: Line,
  { leading, right, width, group, grid }: Measure,
): boolean {
  if (startsListItem(line.text)) return true;
  const isTable = grid.has(line);
  if (isTable !== grid.has(previous)) return true;
  const gap = line.baseline - previous.baseline;
  const usual = Math.min(FARTHEST_LEADING_EMS * line.size, Math.max(leading, line.size * 1.1));
  if (gap > PARAGRAPH_GAP * usual) return true;
  if (isTable) return false;
  if (Math.abs(line.size - previous.size) > SIZE_CHANGE * previous.size) return true;
  const isShort = previous.right - previous.left < SHORT_LINE_SHARE * width;
  if (line.font !== previous.font && isShort) return true;
  const ended = /[.!?:;。！？]["'”’)\]]*$/.test(previous.text);
  const indented = line.left - previous.left > INDENT_EMS * line.size;
  if (indented && (ended || group.length > 1) && !startsListItem(group[0]!.text)) return true;
  return ended && previous.right < right - (1 - SHORT_LINE_SHARE) * width;
}

/** The mark of a list item, often set apart, is no cell. */
function isGrid({ cells, text }: Line): boolean {
  return cells.length > (startsListItem(text) ? 2 : 1);
}

function usualLeading(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, index) => line.baseline - lines[index]!.baseline)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * LEADING_QUANTILE)] ?? 0;
}
