import type { Unit } from "./read-candidate.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

/** How a stretch of text answers each term of the question, by the term's position. */
export interface Match {
  /** Likeness of the most alike term, 0 to 1. */
  best: Float64Array;
  /** Occurrences, each counted by its likeness. */
  counts: Float64Array;
  length: number;
}

export function matchUnit(unit: Unit, { alike, terms }: WeighedQuestion): Match {
  const best = new Float64Array(terms.length);
  const counts = new Float64Array(terms.length);
  for (const term of unit) {
    for (const { position, similarity } of alike.get(term) ?? []) {
      counts[position]! += similarity;
      if (similarity > best[position]!) best[position] = similarity;
    }
  }
  return { best, counts, length: unit.length };
}

export function joinMatches(matches: readonly Match[], termCount: number): Match {
  const best = new Float64Array(termCount);
  const counts = new Float64Array(termCount);
  let length = 0;
  for (const match of matches) {
    length += match.length;
    for (let position = 0; position < termCount; position++) {
      counts[position]! += match.counts[position]!;
      best[position] = Math.max(best[position]!, match.best[position]!);
    }
  }
  return { best, counts, length };
}

/** Share of the question's weight that is matched, 0 to 1. */
export function coverage({ best }: Match, { weights, totalWeight }: WeighedQuestion): number {
  let sum = 0;
  for (let position = 0; position < best.length; position++) {
    sum += weights[position]! * best[position]!;
  }
  return sum / totalWeight;
}

const K1 = 1.2;
const B = 0.75;

/** BM25 with spelling variants counted by their likeness. */
export function softBm25(
  { counts, length }: Match,
  { weights }: WeighedQuestion,
  averageLength: number,
): number {
  const held = K1 * (1 - B + (B * length) / averageLength);
  let sum = 0;
  for (let position = 0; position < counts.length; position++) {
    const count = counts[position]!;
    if (count > 0) sum += (weights[position]! * count * (K1 + 1)) / (count + held);
  }
  return sum;
}
