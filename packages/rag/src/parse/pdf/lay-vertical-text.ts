import type { TextItem } from "./read-runs.ts";

const FEWEST_IN_COLUMN = 4;
const FEWEST_ON_PAGE = 20;
const LEAST_SHARE = 0.3;
const MOST_LEADING_EMS = 1.5;
const IDEOGRAPHIC = /^[\p{Lo}\p{P}\p{S}\p{N}ー]{1,2}$/u;

interface Column {
  items: TextItem[];
  text: string;
  x: number;
  top: number;
  bottom: number;
  size: number;
}

/**
 * East Asian text that is set from top to bottom comes sign by sign: its columns, which programs write in
 * their order, are laid down as lines in the place that they take.
 */
export function layVerticalText(items: readonly TextItem[]): TextItem[] {
  const columns = findColumns(items).filter(isColumn);
  const vertical = columns.reduce((sum, { text }) => sum + text.length, 0);
  const all = items.reduce((sum, { str }) => sum + str.trim().length, 0);
  if (vertical < Math.max(FEWEST_ON_PAGE, all * LEAST_SHARE)) return [...items];
  const taken = new Set(columns.flatMap((column) => column.items));
  return [...items.filter((item) => !taken.has(item)), ...layDown(columns)];
}

/** Long enough, or the rest of a paragraph beside the column before. */
function isColumn({ text, x, top, size }: Column, at: number, all: readonly Column[]): boolean {
  if (text.length >= FEWEST_IN_COLUMN) return true;
  const before = all[at - 1];
  if (!before || before.text.length < FEWEST_IN_COLUMN) return false;
  const step = (before.x - x) / size;
  return step > 0.8 && step < 3 && Math.abs(before.top - top) < 1.5 * size;
}

function findColumns(items: readonly TextItem[]): Column[] {
  const columns: Column[] = [];
  for (const item of items) {
    const last = columns.at(-1);
    if (last && follows(last, item)) add(last, item);
    else if (IDEOGRAPHIC.test(item.str.trim())) columns.push(open(item));
  }
  return columns;
}

function open(item: TextItem): Column {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
  const size = Math.hypot(c, d) || item.height || 1;
  return { items: [item], text: item.str.trim(), x, top: y, bottom: y - size, size };
}

/** One sign below the last, or a figure turned on its side. */
function follows({ x, bottom, size }: Column, { str, transform }: TextItem): boolean {
  const [a = 0, b = 0, , , left = 0, y = 0] = transform;
  const isTurned = Math.abs(b) > Math.abs(a);
  if (!isTurned && !IDEOGRAPHIC.test(str.trim())) return false;
  const isUnder = Math.abs(left - x) < (isTurned ? 1.2 : 0.6) * size;
  return isUnder && Math.abs(y - (isTurned ? size : 0) - bottom) < 0.6 * size;
}

function add(column: Column, item: TextItem): void {
  const [a = 0, b = 0, , , , y = 0] = item.transform;
  column.items.push(item);
  column.text += item.str.trim();
  const length = Math.abs(b) > Math.abs(a) ? item.width : 0;
  column.bottom = y - length - column.size;
}

function layDown(columns: readonly Column[]): TextItem[] {
  const top = Math.max(...columns.map((column) => column.top));
  const bottom = Math.min(...columns.map((column) => column.bottom));
  const left = Math.min(...columns.map(({ x }) => x));
  return columns.map((column, at) => {
    const { text, size } = column;
    const leading = Math.min(MOST_LEADING_EMS * size, (top - bottom) / columns.length);
    const y = top - at * leading;
    const transform = [size, 0, 0, size, left + top - column.top, y];
    return { ...column.items[0]!, str: text, width: text.length * size, height: size, transform };
  });
}
