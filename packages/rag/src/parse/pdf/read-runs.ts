import { raiseDigits } from "../text/raise-digits.ts";
import { isNoteMark } from "./note-mark.ts";
import type { Piece, Run } from "./page-lines.ts";
import { appendText } from "./reading-direction.ts";

export interface TextItem {
  str: string;
  dir: string;
  width: number;
  height: number;
  transform: number[];
  fontName: string;
}

type Quarter = 0 | 1 | 2 | 3;

// In ems. A gap above the first is a space; above the second it parts columns or cells.
const WORD_GAP = 0.17;
const RUN_GAP = 1;
const PIECE_GAP = 0.5;
const SAME_BASELINE = 0.35;
const RAISED_SIZE = 0.85;
const MINOR_DIRECTION_SHARE = 0.05;

/** Joins a page's text items into runs, turned upright if most of the page stands sideways. */
export function readRuns(items: readonly TextItem[], view: readonly number[]): Run[] {
  const placed = items.map((item) => place(item, view)).filter(({ isStamp }) => !isStamp);
  const upright = mainQuarter(placed);
  const total = placed.reduce((sum, { item }) => sum + item.str.length, 0);
  const runs: Run[] = [];
  for (const quarter of [upright, 1, 2, 3, 0] as const) {
    if (quarter !== upright && share(placed, quarter, total) < MINOR_DIRECTION_SHARE) continue;
    if (quarter === upright && runs.length > 0) continue;
    for (const { item, x, y, quarter: own } of placed) {
      if (own === quarter) addItem(runs, item, turn(x, y, quarter));
    }
  }
  return runs.filter(({ text }) => text.trim() !== "");
}

export function isText(item: object): item is TextItem {
  return "str" in item && item.str !== "";
}

interface Placed {
  item: TextItem;
  x: number;
  y: number;
  quarter: Quarter;
  /** Large and set at a slant over the page: `DRAFT`. */
  isStamp: boolean;
}

const SLANTED = 0.25;
const STAMP_SIZE = 30;

function place(item: TextItem, view: readonly number[]): Placed {
  const [a = 1, b = 0, , , e = 0, f = 0] = item.transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const dx = va * a + vc * b;
  const dy = vb * a + vd * b;
  const quarter = Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 0 : 2) : dy > 0 ? 1 : 3;
  const isStamp = item.height >= STAMP_SIZE && isSlanted(Math.abs(dx), Math.abs(dy));
  return { item, x: va * e + vc * f + ve, y: vb * e + vd * f + vf, quarter, isStamp };
}

function isSlanted(across: number, down: number): boolean {
  return Math.min(across, down) > Math.max(across, down) * SLANTED;
}

function mainQuarter(placed: readonly Placed[]): Quarter {
  const weights = [0, 0, 0, 0];
  for (const { item, quarter } of placed) weights[quarter]! += item.str.length;
  return weights.indexOf(Math.max(...weights)) as Quarter;
}

function share(placed: readonly Placed[], quarter: Quarter, total: number): number {
  const own = placed.reduce((sum, p) => sum + (p.quarter === quarter ? p.item.str.length : 0), 0);
  return own / Math.max(1, total);
}

function turn(x: number, y: number, quarter: Quarter): { x: number; y: number } {
  if (quarter === 1) return { x: y, y: -x };
  if (quarter === 2) return { x: -x, y: -y };
  return quarter === 3 ? { x: -y, y: x } : { x, y };
}

function addItem(runs: Run[], item: TextItem, at: { x: number; y: number }): void {
  const [, , c = 0, d = 0] = item.transform;
  const size = Math.hypot(c, d) || item.height || 1;
  const last = runs.at(-1);
  const isRightToLeft = item.dir === "rtl";
  const isSpace = item.str.trim() === "";
  if (last && continues(last, at, size) && (isSpace || last.isRightToLeft === isRightToLeft)) {
    // PDF.js fills wide gaps with a space of their width, which must not bridge columns.
    if (isSpace) {
      const space = last.text.endsWith(" ") ? "" : " ";
      last.text += space;
      last.pieces.at(-1)!.text += space;
      return;
    }
    const gap = at.x - last.right;
    const opensNote = isNoteMark(last, { size, baseline: at.y });
    if (opensNote) last.opensNote = true;
    const isWord = (gap > WORD_GAP * size && !last.text.endsWith(" ")) || opensNote;
    const isRaised = size <= last.size * RAISED_SIZE && at.y < last.baseline - last.size * 0.1;
    const str = isRaised ? raiseDigits(last.text, item.str) : item.str;
    const piece = pieceOf(str, at.x, item.width, size);
    last.text = appendText(last.text, str, { isWord, isRightToLeft: last.isRightToLeft });
    addPiece(last, piece, { isNew: gap > PIECE_GAP * size, isWord });
    last.right = Math.max(last.right, at.x + item.width);
    if (looksLike(last, item, size)) Object.assign(last, face(item, at, size));
    return;
  }
  runs.push({
    text: item.str,
    left: at.x,
    right: at.x + item.width,
    isRightToLeft,
    pieces: [pieceOf(item.str, at.x, item.width, size)],
    ...face(item, at, size),
  });
}

const SPACE_EMS = 0.25;

/** Spaces at its end belong to the stripe beside it. */
function pieceOf(text: string, left: number, width: number, size: number): Piece {
  const spaces = text.length - text.trimEnd().length;
  return { text, left, right: left + Math.max(0, width - spaces * SPACE_EMS * size) };
}

function addPiece(
  { pieces, isRightToLeft }: Run,
  piece: Piece,
  { isNew, isWord }: { isNew: boolean; isWord: boolean },
): void {
  const last = pieces.at(-1)!;
  if (isNew) pieces.push(piece);
  else {
    last.text = appendText(last.text, piece.text, { isWord, isRightToLeft });
    last.right = Math.max(last.right, piece.right);
  }
}

const MUCH_SMALLER = 0.7;
const MUCH_SHORTER = 0.3;

/** By its longest item; PDF.js gives the size of a fraction's foot to all that follows it in one font. */
function looksLike(run: Run, { str }: TextItem, size: number): boolean {
  if (str.length <= run.longestItem) return false;
  return size > run.size * MUCH_SMALLER || run.longestItem < str.length * MUCH_SHORTER;
}

/** A run looks like its longest item, not like the bullet or note mark it opens with. */
function face(item: TextItem, at: { y: number }, size: number) {
  return { baseline: at.y, size, font: item.fontName, longestItem: item.str.length };
}

function continues(run: Run, at: { x: number; y: number }, size: number): boolean {
  if (Math.abs(at.y - run.baseline) > SAME_BASELINE * Math.max(size, run.size)) return false;
  const gap = (at.x - run.right) / Math.max(size, run.size);
  return gap > -0.5 && gap < RUN_GAP;
}
