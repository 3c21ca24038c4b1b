import type { Outputs } from "#lib/trpc.ts";

type Change = Outputs["source"]["listSyncChanges"]["items"][number];

/** A passage that was rewritten has both sides; one that is new or gone has one. */
export interface PassageChange {
  id: string;
  before?: Change;
  after?: Change;
}

const ALIKE = 0.4;

/**
 * Puts a passage that went beside the one that came in its place: the pair that shares the most
 * words (Jaccard), from 0.4 on. In the order of the text as it is now, what is gone at its end.
 */
export function pairChanges(changes: readonly Change[]): PassageChange[] {
  const gone = changes.filter(({ change }) => change === "removed");
  const paired = new Set<Change>();
  const come = changes
    .filter(({ change }) => change === "added")
    .map((after) => {
      const before = mostAlike(
        after,
        gone.filter((each) => !paired.has(each)),
      );
      if (before) paired.add(before);
      return { id: after.id, after, ...(before && { before }) };
    });
  const left = gone.filter((each) => !paired.has(each));
  return [...come, ...left.map((before) => ({ id: before.id, before }))];
}

function mostAlike(to: Change, among: readonly Change[]): Change | undefined {
  const words = wordsOf(to.text);
  const scored = among
    .map((each) => ({ each, score: jaccard(words, wordsOf(each.text)) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score);
  return scored[0]?.each;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function jaccard(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(a.size + b.size - shared, 1);
}
