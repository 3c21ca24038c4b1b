/** About 1,000 passages of 300 words: 30 ms of work, after which others get their turn. */
const SLICE_BYTES = 1_000_000;

/** Cuts segments, in their order, into runs that `TwinIndex.addAll` takes without a long pause. */
export function* sliceSegments<T extends { bytes: Uint8Array }>(
  segments: readonly T[],
): Generator<T[]> {
  let slice: T[] = [];
  let size = 0;
  for (const segment of segments) {
    if (slice.length > 0 && size + segment.bytes.length > SLICE_BYTES) {
      yield slice;
      slice = [];
      size = 0;
    }
    slice.push(segment);
    size += segment.bytes.length;
  }
  if (slice.length > 0) yield slice;
}
