import type { Block } from "./block.ts";
import type { OpenSegment } from "./open-segment.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * One segment as a block of its own, its terms numbered by the twin's vocabulary but still in the
 * segment's order: merged, even alone, it can be searched.
 */
export function blockFromSegment(id: string, segment: OpenSegment, vocabulary: Vocabulary): Block {
  const { terms, starts, ordinals, packedCounts, bodyLengths, headingLengths } = segment;
  const count = bodyLengths.length;
  const bodyLength = bodyLengths.reduce((sum, length) => sum + length, 0);
  const headingLength = headingLengths.reduce((sum, length) => sum + length, 0);
  const termIds = new Int32Array(terms.length);
  for (let i = 0; i < terms.length; i++) termIds[i] = vocabulary.intern(terms, i);
  return {
    segments: [{ id, first: 0, count, bodyLength, headingLength, alive: true }],
    passageCount: count,
    termIds,
    starts,
    passages: ordinals,
    packedCounts,
    bodyLengths,
    headingLengths,
    segmentOf: new Int32Array(count),
  };
}
