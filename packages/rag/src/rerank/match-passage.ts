import type { ReadPassage } from "./read-passages.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

/** Average lengths of the candidates' units, in terms. */
export interface AverageLengths {
  heading: number;
  unit: number;
}

/** How a passage answers the question; the scores of its best units. */
export interface PassageMatch {
  heading: number;
  bestSentence: number;
  sentenceCoverage: number;
  /** Of each term of the question: the likeness of the most alike term, 0 to 1. */
  best: Float64Array;
}

interface UnitMatch {
  best: Float64Array;
  /** Occurrences, each counted by its likeness. */
  counts: Float64Array;
}

export function matchPassage(
  { terms, unitEnds, hasHeading }: ReadPassage,
  question: WeighedQuestion,
  averages: AverageLengths,
): PassageMatch {
  const termCount = question.terms.length;
  const found = { heading: 0, bestSentence: 0, sentenceCoverage: 0 };
  const best = new Float64Array(termCount);
  const unit = { best: new Float64Array(termCount), counts: new Float64Array(termCount) };
  let start = 0;
  for (let number = 0; number < unitEnds.length; number++) {
    const end = unitEnds[number]!;
    if (matchUnit(unit, terms, { start, end }, question)) {
      const isHeading = hasHeading && number === 0;
      const length = end - start;
      if (isHeading) found.heading = softBm25(unit, question, length / averages.heading);
      const score = softBm25(unit, question, length / averages.unit);
      found.bestSentence = Math.max(found.bestSentence, score);
      found.sentenceCoverage = Math.max(found.sentenceCoverage, coverage(unit.best, question));
      for (let i = 0; i < termCount; i++) best[i] = Math.max(best[i]!, unit.best[i]!);
      unit.best.fill(0);
      unit.counts.fill(0);
    }
    start = end;
  }
  return { ...found, best };
}

/** False when nothing in the unit is like the question. */
function matchUnit(
  { best, counts }: UnitMatch,
  terms: Int32Array,
  { start, end }: { start: number; end: number },
  { alike }: WeighedQuestion,
): boolean {
  let isMatched = false;
  for (let i = start; i < end; i++) {
    const found = alike.find(terms[i]!);
    if (found === null) continue;
    isMatched = true;
    for (const { position, similarity } of found) {
      counts[position]! += similarity;
      if (similarity > best[position]!) best[position] = similarity;
    }
  }
  return isMatched;
}

/** Share of the question's weight that is matched, 0 to 1. */
export function coverage(best: Float64Array, { weights, totalWeight }: WeighedQuestion): number {
  let sum = 0;
  for (let position = 0; position < best.length; position++) {
    sum += weights[position]! * best[position]!;
  }
  return sum / totalWeight;
}

const K1 = 1.2;
const B = 0.75;

/** BM25 with spelling variants counted by their likeness. */
function softBm25(
  { counts }: UnitMatch,
  { weights }: WeighedQuestion,
  relativeLength: number,
): number {
  const held = K1 * (1 - B + B * relativeLength);
  let sum = 0;
  for (let position = 0; position < counts.length; position++) {
    const count = counts[position]!;
    if (count > 0) sum += (weights[position]! * count * (K1 + 1)) / (count + held);
  }
  return sum;
}
