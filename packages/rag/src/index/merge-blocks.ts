import type { Block, BlockSegment } from "./block.ts";
import { mergePostings, type Renumbering } from "./merge-postings.ts";

/** One block with what is alive in the given ones, in their order. */
export function mergeBlocks(blocks: readonly Block[]): Block {
  const { renumberings, ...layout } = mergePassages(blocks);
  return { ...layout, ...mergePostings(blocks, renumberings) };
}

function mergePassages(blocks: readonly Block[]) {
  const segments: BlockSegment[] = [];
  const renumberings = blocks.map((block) => new Int32Array(block.passageCount).fill(-1));
  let passageCount = 0;
  for (const [index, block] of blocks.entries()) {
    for (const segment of block.segments) {
      if (!segment.alive) continue;
      for (let i = 0; i < segment.count; i++) {
        renumberings[index]![segment.first + i] = passageCount + i;
      }
      segments.push({ ...segment, first: passageCount });
      passageCount += segment.count;
    }
  }
  return { segments, passageCount, renumberings, ...moveLengths(blocks, renumberings, segments) };
}

function moveLengths(
  blocks: readonly Block[],
  renumberings: readonly Renumbering[],
  segments: readonly BlockSegment[],
) {
  const passageCount = segments.reduce((sum, { count }) => sum + count, 0);
  const bodyLengths = new Int32Array(passageCount);
  const headingLengths = new Int32Array(passageCount);
  const segmentOf = new Int32Array(passageCount);
  for (const [index, block] of blocks.entries()) {
    const renumbering = renumberings[index]!;
    for (let from = 0; from < renumbering.length; from++) {
      const to = renumbering[from]!;
      if (to < 0) continue;
      bodyLengths[to] = block.bodyLengths[from]!;
      headingLengths[to] = block.headingLengths[from]!;
    }
  }
  for (const [index, { first, count }] of segments.entries()) {
    segmentOf.fill(index, first, first + count);
  }
  return { bodyLengths, headingLengths, segmentOf };
}
