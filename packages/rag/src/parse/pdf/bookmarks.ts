import type { Block } from "../document.ts";
import type { Pdf } from "./open-pdf.ts";

export interface Bookmarks {
  /** Of each title that the bookmarks of a file name, by its words; 1 is the outermost. */
  levels: ReadonlyMap<string, number>;
  /** Characters of the longest title. */
  longest: number;
}

const MOST_BOOKMARKS = 5_000;
const DEEPEST = 6;
const SHORTEST_TITLE = 3;

interface Entry {
  title: string;
  items: Entry[];
}

export async function readBookmarks(pdf: Pdf): Promise<Bookmarks> {
  const levels = new Map<string, number>();
  const queue = ((await pdf.getOutline()) ?? []).map((entry: Entry) => ({ entry, level: 1 }));
  for (let at = 0; at < Math.min(queue.length, MOST_BOOKMARKS); at += 1) {
    const { entry, level } = queue[at]!;
    const words = titleWords(entry.title);
    if (words.length >= SHORTEST_TITLE && !levels.has(words)) levels.set(words, level);
    const inner = Math.min(DEEPEST, level + 1);
    for (const item of entry.items) queue.push({ entry: item, level: inner });
  }
  return {
    levels,
    longest: queue.reduce((most, { entry }) => Math.max(most, entry.title.length), 0),
  };
}

export function bookmarkLevel(bookmarks: Bookmarks, text: string): number | undefined {
  if (bookmarks.levels.size === 0) return undefined;
  if (text.length > Math.min(LONGEST_TITLE, bookmarks.longest + LONGEST_NUMBERING))
    return undefined;
  return bookmarks.levels.get(titleWords(text));
}

/** Without numbering and case, which pages and bookmarks often differ in. */
function titleWords(title: string): string {
  return title
    .normalize("NFKC")
    .replace(/^\s*(?:(?:\d+\.?)+|[IVX]+\.|[A-Z]\.)\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

interface Titled {
  fields: Omit<Block, "start" | "end">;
  text: string;
}

/** Makes headings of paragraphs that say no more than a bookmark, at levels that suit the others. */
export function nameHeadings<Draft extends Titled>(
  drafts: readonly Draft[],
  bookmarks: Bookmarks,
): Draft[] {
  if (bookmarks.levels.size === 0) return [...drafts];
  const levelOf = ({ text }: Draft) => bookmarkLevel(bookmarks, text);
  const offsets = drafts.flatMap((draft) => {
    const level = levelOf(draft);
    const isHeading = draft.fields.kind === "heading" && level !== undefined;
    return isHeading ? [draft.fields.level! - level] : [];
  });
  const offset = offsets.sort((a, b) => a - b)[Math.floor(offsets.length / 2)] ?? 0;
  return drafts.map((draft) => {
    const level = levelOf(draft);
    if (level === undefined || !TEXT_KINDS.has(draft.fields.kind)) return draft;
    const own = Math.max(1, Math.min(DEEPEST, level + offset));
    return { ...draft, fields: { ...draft.fields, kind: "heading", level: own } };
  });
}

const LONGEST_TITLE = 200;
const LONGEST_NUMBERING = 12;
const TEXT_KINDS: ReadonlySet<Block["kind"]> = new Set(["paragraph", "list_item"]);
