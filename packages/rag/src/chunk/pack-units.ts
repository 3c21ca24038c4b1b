import type { ChunkSettings } from "./settings.ts";
import type { Unit } from "./split-units.ts";

/** First and last unit of a passage, both included. */
export interface Group {
  first: number;
  last: number;
}

/**
 * Packs a section's units into passages of about the target size, each repeating the last whole
 * sentences of the one before. What would be left over is shared out rather than left as a crumb.
 */
export function packUnits(units: readonly Unit[], settings: ChunkSettings): Group[] {
  const groups: Group[] = [];
  let remaining = units.reduce((sum, { words }) => sum + words, 0);
  let first = 0;
  while (first < units.length) {
    const last = fill(units, first, passageTarget(remaining, settings), settings);
    groups.push({ first, last });
    if (last >= units.length - 1) break;
    const next = overlapStart(units, first, last, settings);
    for (let at = first; at < next; at += 1) remaining -= units[at]!.words;
    first = next;
  }
  return groups;
}

/** The size at which what remains divides into equal passages of at most the target or a little more. */
function passageTarget(remaining: number, settings: ChunkSettings): number {
  const { targetWords, mostWords, overlapWords } = settings;
  if (remaining <= mostWords) return mostWords;
  const count = Math.max(2, Math.round((remaining - overlapWords) / (targetWords - overlapWords)));
  return Math.min(mostWords, (remaining - overlapWords) / count + overlapWords);
}

/** The last unit of the passage that starts at `first`: the one that ends nearest the target. */
function fill(
  units: readonly Unit[],
  first: number,
  target: number,
  settings: ChunkSettings,
): number {
  let { words, tokens } = units[first]!;
  let last = first;
  let paragraphEnd = -1;
  for (let at = first + 1; at < units.length; at += 1) {
    const unit = units[at]!;
    if (tokens + unit.tokens > settings.mostTokens || words + unit.words > settings.mostWords)
      break;
    if (words + unit.words / 2 > target) break;
    words += unit.words;
    tokens += unit.tokens;
    last = at;
    if (unit.endsBlock && words >= target * 0.9) paragraphEnd = at;
  }
  const end = paragraphEnd >= 0 && last < units.length - 1 ? paragraphEnd : last;
  return beforeDanglingHeading(units, first, end);
}

/** A heading belongs to what follows it, not to the end of the passage before. */
function beforeDanglingHeading(units: readonly Unit[], first: number, last: number): number {
  let end = last;
  while (end > first && end < units.length - 1 && units[end]!.block.kind === "heading") end -= 1;
  return end;
}

const MOST_OVERLAP = 1.5;

/** The unit that the next passage starts with: whole sentences of the last one, but no headings or rows. */
function overlapStart(
  units: readonly Unit[],
  first: number,
  last: number,
  settings: ChunkSettings,
): number {
  let words = 0;
  let start = last + 1;
  while (start - 1 > first) {
    const unit = units[start - 1]!;
    if (unit.block.kind === "heading" || unit.block.kind === "table") break;
    if (words > 0 && words + unit.words / 2 > settings.overlapWords) break;
    if (unit.words > settings.overlapWords * MOST_OVERLAP) break;
    words += unit.words;
    start -= 1;
  }
  return start;
}
