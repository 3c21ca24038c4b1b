import { SourceRejected } from "../source-rejected.ts";
import type { PageLines } from "./page-lines.ts";

// A page whose own words are fewer letters than this has a stamp or a caption, no text.
const FEWEST_LETTERS = 40;
const MOST_STAMPED_LETTERS = 120;
const MOSTLY = 0.8;
const COVER_PAGES = 2;
const LEAST_PIXELS_PER_PAGE = 250_000;

/**
 * Refuses `source.no_text_layer` where most pages are pictures of text: also with a stamp on each of
 * them, or behind a cover that has text. Gives the numbers of the pages without text.
 */
export function requireText(pages: readonly PageLines[], file: Uint8Array): number[] {
  const repeated = findRepeated(pages);
  const bare = pages.filter((page) => isBare(page, repeated));
  const withText = pages.length - bare.length;
  if (bare.length < pages.length * (withText <= COVER_PAGES ? 0.5 : MOSTLY)) return numbersOf(bare);
  const hasWords = pages.some(({ regions }) => regions.length > 0);
  if (hasWords && countPixels(file) < bare.length * LEAST_PIXELS_PER_PAGE) return numbersOf(bare);
  throw withoutText(bare.length === pages.length ? "These pages" : `${bare.length} of these pages`);
}

export function withoutText(which: string): SourceRejected {
  const advice = `${which} are pictures without text. Run text recognition (OCR) on the file first.`;
  return new SourceRejected("source.no_text_layer", advice);
}

const numbersOf = (pages: readonly PageLines[]) => pages.map(({ number }) => number);

const LEAST_REPEATS = 3;

/** What stands on at least three pages and differs in numbers alone is put on by a machine. */
function findRepeated(pages: readonly PageLines[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { regions } of pages) {
    for (const key of new Set(regions.flat().map(({ text }) => withoutNumbers(text))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= LEAST_REPEATS).map(([key]) => key));
}

function isBare({ regions }: PageLines, repeated: ReadonlySet<string>): boolean {
  const lines = regions.flat().map(({ text }) => text);
  const own = lines.filter((text) => !repeated.has(withoutNumbers(text)));
  return countLetters(own) < FEWEST_LETTERS && countLetters(lines) < MOST_STAMPED_LETTERS;
}

function countLetters(lines: readonly string[]): number {
  return lines.reduce((sum, text) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, "#");
}

const IMAGE = /\/Subtype\s*\/Image\b/g;
const DICTIONARY_CHARACTERS = 600;

/** Of all pictures together, by the dictionaries before their bytes, which are never compressed. */
function countPixels(file: Uint8Array): number {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString("latin1");
  let pixels = 0;
  for (const { index } of text.matchAll(IMAGE)) {
    const start = text.lastIndexOf(" obj", index);
    const dictionary = text.slice(
      Math.max(start, index - DICTIONARY_CHARACTERS),
      index + DICTIONARY_CHARACTERS,
    );
    const [width, height] = ["Width", "Height"].map((name) => {
      return Number(new RegExp(`/${name}\\s+(\\d{1,6})\\b`).exec(dictionary)?.[1] ?? 0);
    });
    pixels += width! * height!;
  }
  return pixels;
}
