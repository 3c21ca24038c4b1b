import type { Block, Box } from "../document.ts";
import type { DocumentBuilder, Joint } from "../document-builder.ts";
import { joinCells } from "../table-row.ts";
import { startsListItem } from "../text/list-marker.ts";
import { joint } from "../text/unwrap-lines.ts";
import { type BodyStyle, findBodyStyle } from "./body-style.ts";
import { type Bookmarks, bookmarkLevel, nameHeadings } from "./bookmarks.ts";
import { findHyphens, type Hyphens } from "./find-hyphens.ts";
import { findTables, type TableLines } from "./find-tables.ts";
import { groupParagraphs, type Paragraph } from "./group-paragraphs.ts";
import { headingLevel } from "./heading-level.ts";
import { closeHyphen, isHyphenated, joinLines } from "./join-lines.ts";
import type { Line, PageLines } from "./page-lines.ts";
import { partNotes } from "./part-notes.ts";
import { untangleLines } from "./untangle-lines.ts";

interface Draft {
  fields: Omit<Block, "start" | "end">;
  text: string;
  size: number;
  /** Whether its last line goes as far as its column does. */
  isFull: boolean;
  /** Whether it stands at the foot of a column. */
  isNote: boolean;
}

/** Turns lines into headings, paragraphs, lists and tables, joined over columns and pages. */
export function addPdfBlocks(
  builder: DocumentBuilder,
  pages: readonly PageLines[],
  bookmarks: Bookmarks,
): void {
  const style = findBodyStyle(pages);
  const hyphens = findHyphens(
    pages.flatMap(({ regions }) => regions.flat().map(({ text }) => text)),
  );
  const isTitle = (text: string) => bookmarkLevel(bookmarks, text) !== undefined;
  const found = pages.flatMap((page) => draftPage(page, { style, hyphens, isTitle }));
  const drafts = bringTogether(nameHeadings(found, bookmarks), style);
  let jointBefore: Joint | undefined;
  drafts.forEach((draft, index) => {
    const next = drafts[index + 1];
    const runsOn = next !== undefined && isContinuedBy(draft, next);
    const hyphenated = runsOn && isHyphenated(draft.text, next.text);
    const text = hyphenated ? closeHyphen(draft.text, next.text, hyphens) : draft.text;
    builder.add(draft.fields, text, jointBefore);
    if (!runsOn) jointBefore = undefined;
    else jointBefore = hyphenated || joint(text, next.text) === "" ? "abuts" : "continues";
  });
}

interface Manner {
  style: BodyStyle;
  hyphens: Hyphens;
  /** Whether the file's bookmarks name it. */
  isTitle: (text: string) => boolean;
}

function draftPage(page: PageLines, { style, hyphens, isTitle }: Manner): Draft[] {
  const { body, notes } = partNotes(page.regions, style.size);
  const draft = (regions: readonly Line[][]) =>
    regions
      .flatMap(findTables)
      .flatMap((part) =>
        "rows" in part
          ? draftTable(page, part)
          : groupParagraphs(untangleLines(part), isTitle).map((paragraph) =>
              draftBlock(page, paragraph, style, hyphens),
            ),
      )
      .filter(({ text }) => text.trim() !== "");
  return [...draft(body), ...draft(notes).map((note) => ({ ...note, isNote: true }))];
}

function draftTable(page: PageLines, { lines, rows }: TableLines): Draft {
  const fields = { kind: "table", row: 1, page: page.number, box: boundingBox(lines) } as const;
  const text = rows.map(joinCells).join("\n");
  return { fields, text, size: lines[0]!.size, isFull: true, isNote: false };
}

function draftBlock(
  page: PageLines,
  paragraph: Paragraph,
  style: BodyStyle,
  hyphens: Hyphens,
): Draft {
  const { lines } = paragraph;
  const at = { page: page.number, box: boundingBox(lines) };
  const size = lines[0]!.size;
  const isFull = lines.at(-1)!.right > paragraph.left + paragraph.width * FULL_SHARE;
  const text = joinLines(paragraph, hyphens);
  const looks = { text, size, isFull, isNote: false };
  const level = headingLevel(paragraph, text, style);
  if (level > 0) return { fields: { kind: "heading", level, ...at }, ...looks };
  return { fields: { kind: startsListItem(text) ? "list_item" : "paragraph", ...at }, ...looks };
}

const FULL_SHARE = 0.85;

function boundingBox(lines: readonly Line[]): Box {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const top = Math.min(...lines.map((line) => line.baseline - line.size * 0.8));
  const bottom = Math.max(...lines.map((line) => line.baseline + line.size * 0.25));
  return [left, top, right - left, bottom - top].map(
    (n) => Math.round(n * 10) / 10,
  ) as unknown as Box;
}

const MOST_ASIDES = 6;

/** Moves what continues a paragraph (over a page break) before the footnotes and captions between. */
function bringTogether(drafts: Draft[], style: BodyStyle): Draft[] {
  const ordered = [...drafts];
  for (let at = 0; at < ordered.length; at += 1) {
    if (isAside(ordered[at], style)) continue;
    let next = at + 1;
    for (let asides = 0; asides < MOST_ASIDES && isAside(ordered[next], style); next += 1)
      if (!ordered[next]!.isNote) asides += 1;
    const found = ordered[next];
    if (next === at + 1 || !found || !isContinuedBy(ordered[at]!, found)) continue;
    ordered.splice(next, 1);
    ordered.splice(at + 1, 0, found);
  }
  return ordered;
}

function isAside(draft: Draft | undefined, style: BodyStyle): boolean {
  if (!draft) return false;
  const { fields, isNote, size, text } = draft;
  return isNote || fields.kind === "table" || size < style.size * 0.95 || CAPTION.test(text);
}

const CAPTION =
  /^(?:(?:fig(?:ure|ura)?|table|tab(?:elle|leau|la)?|abb(?:ildung)?|scheme|chart|listing)\.?\s*[\dIVX]+(?:\.\d+)*\s?[.:–—|]|[图表図圖]\s*\d)/i;

/** A paragraph broken by the end of a column or page goes on in small letters or without a case. */
function isContinuedBy(draft: Draft, next: Draft): boolean {
  if (draft.fields.kind === "heading" || draft.fields.kind === "table") return false;
  if (next.fields.kind !== "paragraph" || Math.abs(draft.size - next.size) > 0.5) return false;
  if (!/[\p{L}\p{N},;\u2010\u00AD-]$/u.test(draft.text)) return false;
  return /^\p{Ll}/u.test(next.text) || (draft.isFull && /^\p{Lo}/u.test(next.text));
}
