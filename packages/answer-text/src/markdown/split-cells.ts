import type { ColumnAlign, Range } from "./leaf.ts";

const DELIMITER = /^(:?)-+(:?)$/;
const BEGUN_DELIMITERS = /^[\s|:-]*$/;

/** The cells of a row, without the bars and the space around them; an escaped bar parts nothing. */
export function splitCells(line: string, offset = 0): Range[] {
  const cells: Range[] = [];
  let from = line.search(/\S|$/);
  if (line[from] === "|") from += 1;
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === "\\") at += 1;
    else if (line[at] === "|") {
      cells.push(trimmed(line, { start: from, end: at }, offset));
      from = at + 1;
    }
  }
  const rest = { start: from, end: line.length };
  return /\S/.test(line.slice(from)) ? [...cells, trimmed(line, rest, offset)] : cells;
}

/** What the row below a table's head says of its columns; null for any other line. */
export function readDelimiters(line: string): ColumnAlign[] | null {
  const found = splitCells(line).map(({ start, end }) => DELIMITER.exec(line.slice(start, end)));
  if (found.length === 0 || found.includes(null)) return null;
  return found.map((cell) => {
    const [, left, right] = cell as RegExpExecArray;
    if (right) return left ? "center" : "right";
    return left ? "left" : null;
  });
}

export function mayBecomeDelimiters(line: string): boolean {
  return BEGUN_DELIMITERS.test(line);
}

function trimmed(line: string, { start, end }: Range, offset: number): Range {
  const words = line.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const from = offset + start + lead;
  return { start: from, end: from + words.trim().length };
}
