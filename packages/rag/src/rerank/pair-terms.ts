import type { ReadPassage } from "./read-passages.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

/** Terms of the question this near to each other make a pair. */
const QUESTION_WINDOW = 3;
const PASSAGE_WINDOW = 4;

/** Pairs of question terms, by their positions, with what each weighs. */
type Pairs = ReadonlyMap<number, number>;

export interface PairShares {
  /** Share of the question's neighbouring terms that are neighbours in a passage too, in order. */
  adjacent: number;
  /**
   * Share of the question's skip-bigrams (pairs of terms near each other, in any order) that it holds;
   * the fewer candidates hold a pair, the more it counts.
   */
  near: number;
}

/** Of each passage, in the order given. */
export function sharePairs(
  passages: readonly ReadPassage[],
  question: WeighedQuestion,
): PairShares[] {
  const width = question.terms.length;
  const adjacent = adjacentPairs(question);
  const near = new Set(
    pairsWithin(question.sequence, QUESTION_WINDOW).map(([a, b]) => unordered(a, b, width)),
  );
  const held = passages.map((passage) => {
    const found = { adjacent: new Set<number>(), near: new Set<number>() };
    for (const [a, b, distance] of neighboursIn(passage, question)) {
      if (distance === 1) found.adjacent.add(a * width + b);
      const pair = unordered(a, b, width);
      if (near.has(pair)) found.near.add(pair);
    }
    return found;
  });
  const weights = new Map<number, number>();
  for (const pair of near) {
    const holders = held.filter((found) => found.near.has(pair)).length;
    weights.set(pair, Math.log(1 + passages.length / (holders + 0.5)));
  }
  return held.map((found) => ({
    adjacent: share(found.adjacent, adjacent),
    near: share(found.near, weights),
  }));
}

function adjacentPairs({ sequence, weights, terms }: WeighedQuestion): Pairs {
  return new Map(
    pairsWithin(sequence, 1).map(([a, b]) => [
      a * terms.length + b,
      Math.min(weights[a]!, weights[b]!),
    ]),
  );
}

function pairsWithin(sequence: readonly number[], window: number): [number, number][] {
  return sequence.flatMap((a, i) =>
    sequence.slice(i + 1, i + 1 + window).flatMap((b): [number, number][] => {
      return a === b ? [] : [[a, b]];
    }),
  );
}

/** The question's own terms that stand within the window of each other, by position, and how far apart. */
function neighboursIn({ terms, unitEnds }: ReadPassage, { alike }: WeighedQuestion) {
  const found: [a: number, b: number, distance: number][] = [];
  let at = 0;
  for (const end of unitEnds) {
    let recent: { at: number; position: number }[] = [];
    for (; at < end; at++) {
      const position = alike.positionOf(terms[at]!);
      if (position === undefined) continue;
      recent = recent.filter((before) => at - before.at <= PASSAGE_WINDOW);
      for (const before of recent) {
        if (before.position !== position) found.push([before.position, position, at - before.at]);
      }
      recent.push({ at, position });
    }
  }
  return found;
}

function unordered(a: number, b: number, width: number): number {
  return a < b ? a * width + b : b * width + a;
}

function share(present: ReadonlySet<number>, weights: Pairs): number {
  let total = 0;
  let found = 0;
  for (const [pair, weight] of weights) {
    total += weight;
    if (present.has(pair)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}
