import { type ReadCandidate, type Unit, unitsOf } from "./read-candidate.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

/** Terms of the question this near to each other make a pair. */
const QUESTION_WINDOW = 3;
const PASSAGE_WINDOW = 4;

/** Share of the question's neighbouring terms that are neighbours in a candidate too, in order. */
export function adjacentPairs(candidate: ReadCandidate, question: WeighedQuestion): number {
  const position = new Map(question.terms.map(({ term }, i) => [term, i]));
  const weights = new Map<string, number>();
  for (const [a, b] of neighbours(question.sequence, 1)) {
    const lesser = (term: string) => question.weights[position.get(term)!]!;
    if (a !== b) weights.set(`${a} ${b}`, Math.min(lesser(a), lesser(b)));
  }
  const present = new Set<string>();
  for (const unit of unitsOf(candidate)) {
    for (const [a, b] of neighbours(unit, 1)) {
      if (position.has(a) && weights.has(`${a} ${b}`)) present.add(`${a} ${b}`);
    }
  }
  return share(present, weights);
}

/**
 * For each candidate, the share of the question's skip-bigrams (pairs of terms near each other, in any
 * order) that it holds; the fewer candidates hold a pair, the more it counts.
 */
export function nearPairs(
  candidates: readonly ReadCandidate[],
  question: WeighedQuestion,
): number[] {
  const asked = unorderedPairs(question.sequence, QUESTION_WINDOW, null);
  const words = new Set(question.sequence);
  const held = candidates.map((candidate) => {
    const pairs = unitsOf(candidate).map((unit) => unorderedPairs(unit, PASSAGE_WINDOW, words));
    return new Set(pairs.flatMap((some) => [...some].filter((pair) => asked.has(pair))));
  });
  const weights = new Map<string, number>();
  for (const pair of asked) {
    const holders = held.filter((pairs) => pairs.has(pair)).length;
    weights.set(pair, Math.log(1 + candidates.length / (holders + 0.5)));
  }
  return held.map((pairs) => share(pairs, weights));
}

function unorderedPairs(unit: Unit, window: number, only: ReadonlySet<string> | null): Set<string> {
  const pairs = new Set<string>();
  for (const [a, b] of neighbours(unit, window, only)) {
    if (a !== b) pairs.add(a < b ? `${a} ${b}` : `${b} ${a}`);
  }
  return pairs;
}

function* neighbours(
  unit: Unit,
  window: number,
  only: ReadonlySet<string> | null = null,
): Generator<[string, string]> {
  for (let i = 0; i < unit.length; i++) {
    if (only && !only.has(unit[i]!)) continue;
    for (let j = i + 1; j <= i + window && j < unit.length; j++) {
      if (!only || only.has(unit[j]!)) yield [unit[i]!, unit[j]!];
    }
  }
}

function share(present: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let total = 0;
  let found = 0;
  for (const [pair, weight] of weights) {
    total += weight;
    if (present.has(pair)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}
