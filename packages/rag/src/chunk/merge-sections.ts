import { measureText } from "./measure-text.ts";
import type { Section } from "./section.ts";
import type { ChunkSettings } from "./settings.ts";

// Sections that share no heading are joined only when one of them is hardly more than a title.
const CRUMB_WORDS = 40;

interface Sized extends Section {
  words: number;
}

/** Joins tiny sections with their neighbours under the headings they have in common. */
export function mergeSections(
  text: string,
  sections: Section[],
  settings: ChunkSettings,
): Section[] {
  const merged: Sized[] = [];
  for (const section of sections) {
    const { words } = measureText(text, section.start, section.end);
    const next = { ...section, words };
    const last = merged.at(-1);
    if (last && belongTogether(last, next, settings)) merged[merged.length - 1] = join(last, next);
    else merged.push(next);
  }
  return merged;
}

function belongTogether(last: Sized, next: Sized, settings: ChunkSettings): boolean {
  if (last.words + next.words > settings.targetWords) return false;
  const smaller = Math.min(last.words, next.words);
  if (commonPath(last.path, next.path).length > 0) return smaller < settings.tinySectionWords;
  return smaller < CRUMB_WORDS;
}

function join(last: Sized, next: Sized): Sized {
  return {
    path: commonPath(last.path, next.path),
    start: last.start,
    end: next.end,
    blocks: [...last.blocks, ...next.blocks],
    words: last.words + next.words,
  };
}

function commonPath(a: readonly string[], b: readonly string[]): string[] {
  const differs = a.findIndex((heading, index) => heading !== b[index]);
  return a.slice(0, differs < 0 ? a.length : differs);
}
