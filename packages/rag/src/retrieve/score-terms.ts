import { bodyCount, headingCount } from "../index/segment-format.ts";
import type { TermPostings } from "./find-postings.ts";
import type { Visible } from "./view-blocks.ts";

/** Scores of the passages of each view, by passage number. */
export type ViewScores = Float32Array[];

export interface Saturation {
  k1: number;
  b: number;
  headingWeight: number;
}

export function emptyScores({ views }: Visible): ViewScores {
  return views.map(({ block }) => new Float32Array(block.passageCount));
}

/** Lucene's form, which is never negative. */
export function inverseDocumentFrequency(passageCount: number, documentFrequency: number): number {
  return Math.log(1 + (passageCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/**
 * Adds `weight` times the saturated count of a term to each passage that holds it; hidden passages
 * are scored too and left out when the best are picked. Text and headings count as one weighted field
 * (BM25F: Robertson, Zaragoza, Taylor 2004, "Simple BM25 extension to multiple weighted fields").
 */
export function addTermScores(
  scores: ViewScores,
  visible: Visible,
  { ranges }: TermPostings,
  weight: number,
  { k1, b, headingWeight }: Saturation,
): void {
  const average = visible.averageBodyLength + headingWeight * visible.averageHeadingLength || 1;
  for (const { view, from, to } of ranges) {
    const { passages, packedCounts, bodyLengths, headingLengths } = visible.views[view]!.block;
    const sums = scores[view]!;
    for (let i = from; i < to; i++) {
      const passage = passages[i]!;
      const packed = packedCounts[i]!;
      const count = bodyCount(packed) + headingWeight * headingCount(packed);
      const length = bodyLengths[passage]! + headingWeight * headingLengths[passage]!;
      const held = k1 * (1 - b + (b * length) / average);
      sums[passage]! += (weight * count * (k1 + 1)) / (count + held);
    }
  }
}
