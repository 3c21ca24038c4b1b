import type { Block, BlockSegment } from "./block.ts";

/** New passage number of each old one, -1 where its segment was removed. */
type Renumbering = Int32Array;

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
    for (const [from, to] of renumberings[index]!.entries()) {
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

function mergePostings(blocks: readonly Block[], renumberings: readonly Renumbering[]) {
  const counted = countPostings(blocks, renumberings);
  const starts = new Int32Array(counted.termIds.length + 1);
  for (let i = 0; i < counted.counts.length; i++) starts[i + 1] = starts[i]! + counted.counts[i]!;
  const passages = new Int32Array(starts.at(-1)!);
  const packedCounts = new Uint8Array(passages.length);
  const next = starts.slice();
  for (const [index, block] of blocks.entries()) {
    const renumbering = renumberings[index]!;
    forEachTerm(block, counted.termIds, (slot, from, to) => {
      for (let i = from; i < to; i++) {
        const passage = renumbering[block.passages[i]!]!;
        if (passage < 0) continue;
        passages[next[slot]!] = passage;
        packedCounts[next[slot]!] = block.packedCounts[i]!;
        next[slot]!++;
      }
    });
  }
  return { termIds: counted.termIds, starts, passages, packedCounts };
}

/** The terms that keep a posting, ascending, and how many each keeps. */
function countPostings(blocks: readonly Block[], renumberings: readonly Renumbering[]) {
  const all = unionOfTerms(blocks);
  const counts = new Int32Array(all.length);
  for (const [index, block] of blocks.entries()) {
    const renumbering = renumberings[index]!;
    forEachTerm(block, all, (slot, from, to) => {
      for (let i = from; i < to; i++) if (renumbering[block.passages[i]!]! >= 0) counts[slot]!++;
    });
  }
  return {
    termIds: all.filter((_, slot) => counts[slot]! > 0),
    counts: counts.filter((count) => count > 0),
  };
}

function unionOfTerms(blocks: readonly Block[]): Int32Array {
  const all = new Int32Array(blocks.reduce((sum, { termIds }) => sum + termIds.length, 0));
  let end = 0;
  for (const { termIds } of blocks) {
    all.set(termIds, end);
    end += termIds.length;
  }
  all.sort();
  return all.filter((termId, i) => i === 0 || termId !== all[i - 1]);
}

/** Calls back with the slot in `termIds` and the range of postings; passes over terms that are not in it. */
function forEachTerm(
  block: Block,
  termIds: Int32Array,
  visit: (slot: number, from: number, to: number) => void,
): void {
  let slot = 0;
  for (let i = 0; i < block.termIds.length; i++) {
    while (slot < termIds.length && termIds[slot]! < block.termIds[i]!) slot++;
    if (termIds[slot] === block.termIds[i]) visit(slot, block.starts[i]!, block.starts[i + 1]!);
  }
}
