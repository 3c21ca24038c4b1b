import type { ReadPassage } from "./read-passages.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

/** How a passage answers the question: the scores of its heading and of its best units. */
export interface PassageMatch {
  heading: number;
  sentenceCoverage: number;
  /** Dice coefficient of question and unit by the weight of their terms: what either says alone counts. */
  overlap: number;
  /** Cosine of the character 3-grams of question and unit. */
  spelling: number;
}

interface UnitMatch {
  best: Float64Array;
  /** Occurrences, each counted by its likeness. */
  counts: Float64Array;
  /** Sum of the idf of all its terms. */
  weight: number;
  sharedGrams: number;
}

export function matchPassage(
  { terms, unitEnds, unitGrams, hasHeading }: ReadPassage,
  question: WeighedQuestion,
  averageHeading: number,
): PassageMatch {
  const found = { heading: 0, sentenceCoverage: 0, overlap: 0, spelling: 0 };
  const size = question.terms.length;
  const best = new Float64Array(size);
  const unit = { best, counts: new Float64Array(size), weight: 0, sharedGrams: 0 };
  let start = 0;
  for (let number = 0; number < unitEnds.length; number++) {
    const end = unitEnds[number]!;
    if (matchUnit(unit, terms, { start, end }, question)) {
      const covered = coveredWeight(unit, question);
      const overlap = (2 * covered) / (question.totalWeight + unit.weight);
      const norm = question.alike.gramNorm * Math.sqrt(unitGrams[number]!);
      if (hasHeading && number === 0) {
        found.heading = softBm25(unit, question, (end - start) / averageHeading);
      }
      found.sentenceCoverage = Math.max(found.sentenceCoverage, covered / question.totalWeight);
      found.overlap = Math.max(found.overlap, Math.min(1, overlap));
      found.spelling = Math.max(found.spelling, Math.min(1, unit.sharedGrams / (norm || 1)));
    }
    start = end;
  }
  return found;
}

/** False when nothing in the unit is like the question. */
function matchUnit(
  unit: UnitMatch,
  terms: Int32Array,
  { start, end }: { start: number; end: number },
  { alike, idf }: WeighedQuestion,
): boolean {
  const { best, counts } = unit;
  let isMatched = false;
  unit.weight = 0;
  unit.sharedGrams = 0;
  best.fill(0);
  counts.fill(0);
  for (let i = start; i < end; i++) {
    const term = terms[i]!;
    unit.weight += idf(term);
    const found = alike.find(term);
    unit.sharedGrams += alike.sharedGrams(term);
    if (found === null) continue;
    isMatched = true;
    for (const { position, similarity } of found) {
      counts[position]! += similarity;
      if (similarity > best[position]!) best[position] = similarity;
    }
  }
  return isMatched;
}

function coveredWeight({ best }: UnitMatch, { weights }: WeighedQuestion): number {
  let sum = 0;
  for (let position = 0; position < best.length; position++) {
    sum += weights[position]! * best[position]!;
  }
  return sum;
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
