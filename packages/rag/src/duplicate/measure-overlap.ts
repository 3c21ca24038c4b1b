import { listShingles, type Shingles } from "./list-shingles.ts";

/**
 * The share, 0 to 1, of the shorter text's words that stand in the other within a run of three equal
 * words (or six equal characters of a script without spaces between words).
 */
export function measureOverlap(a: string, b: string): number {
  const [shorter, longer] = [listShingles(a), listShingles(b)].sort(
    (one, other) => one.wordCount - other.wordCount,
  ) as [Shingles, Shingles];
  if (shorter.wordCount === 0) return 0;
  const known = new Set(longer.hashes);
  let covered = 0;
  let coveredTo = 0;
  for (const [start, hash] of shorter.hashes.entries()) {
    if (!known.has(hash)) continue;
    const end = start + shorter.lengths[start]!;
    covered += end - Math.max(start, coveredTo);
    coveredTo = end;
  }
  return covered / shorter.wordCount;
}
