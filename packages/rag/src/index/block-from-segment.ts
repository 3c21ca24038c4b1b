import type { Block } from "./block.ts";
import type { OpenSegment } from "./open-segment.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One segment as a block of its own, its terms numbered by the twin's vocabulary. */
export function blockFromSegment(id: string, segment: OpenSegment, vocabulary: Vocabulary): Block {
  const { bodyLengths, headingLengths } = segment;
  const count = bodyLengths.length;
  const bodyLength = bodyLengths.reduce((sum, length) => sum + length, 0);
  const headingLength = headingLengths.reduce((sum, length) => sum + length, 0);
  return {
    ...orderByTermId(segment, vocabulary),
    segments: [{ id, first: 0, count, bodyLength, headingLength, alive: true }],
    passageCount: count,
    bodyLengths,
    headingLengths,
    segmentOf: new Int32Array(count),
  };
}

function orderByTermId(segment: OpenSegment, vocabulary: Vocabulary) {
  const ids = Int32Array.from(segment.terms, (term) => vocabulary.intern(term));
  const order = Uint32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]!);
  const termIds = new Int32Array(ids.length);
  const starts = new Int32Array(ids.length + 1);
  const passages = new Int32Array(segment.ordinals.length);
  const packedCounts = new Uint8Array(segment.ordinals.length);
  let end = 0;
  for (let i = 0; i < order.length; i++) {
    const from = segment.starts[order[i]!]!;
    const to = segment.starts[order[i]! + 1]!;
    termIds[i] = ids[order[i]!]!;
    passages.set(segment.ordinals.subarray(from, to), end);
    packedCounts.set(segment.packedCounts.subarray(from, to), end);
    end += to - from;
    starts[i + 1] = end;
  }
  return { termIds, starts, passages, packedCounts };
}
