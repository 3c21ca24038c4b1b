/** A segment's place in a block: its passages stand at `first` to `first + count - 1`. */
export interface BlockSegment {
  readonly id: string;
  readonly first: number;
  readonly count: number;
  /** Terms in all its passages, for the average length of what is visible. */
  readonly bodyLength: number;
  readonly headingLength: number;
  alive: boolean;
}

/**
 * Some segments merged into one inverted index. Passages are numbered from 0 within the block; the
 * postings of `termIds[i]` (ascending) stand from `starts[i]` to `starts[i + 1]`, passages ascending.
 */
export interface Block {
  readonly segments: BlockSegment[];
  readonly passageCount: number;
  readonly termIds: Int32Array;
  readonly starts: Int32Array;
  readonly passages: Int32Array;
  readonly packedCounts: Uint8Array;
  readonly bodyLengths: Int32Array;
  readonly headingLengths: Int32Array;
  /** Index into `segments` of each passage. */
  readonly segmentOf: Int32Array;
}

export function alivePassageCount({ segments }: Block): number {
  return segments.reduce((sum, { alive, count }) => sum + (alive ? count : 0), 0);
}

export function blockBytes(block: Block): number {
  const { termIds, starts, passages, packedCounts, bodyLengths, headingLengths, segmentOf } = block;
  const arrays = [termIds, starts, passages, packedCounts, bodyLengths, headingLengths, segmentOf];
  return arrays.reduce((sum, array) => sum + array.byteLength, block.segments.length * 120);
}
