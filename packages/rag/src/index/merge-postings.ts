import type { Block } from "./block.ts";

/** New passage number of each old one, -1 where its segment was removed. */
export type Renumbering = Int32Array;

/**
 * The postings that remain, by ascending term: a counting sort, linear in the postings, that does
 * not ask for the terms of a block in any order.
 */
export function mergePostings(blocks: readonly Block[], renumberings: readonly Renumbering[]) {
  const counts = countPostings(blocks, renumberings);
  const termIds = heldTerms(counts);
  const starts = new Int32Array(termIds.length + 1);
  /** The counts have served: from here on, where the next posting of a term goes. */
  const next = counts;
  for (let i = 0; i < termIds.length; i++) {
    starts[i + 1] = starts[i]! + counts[termIds[i]!]!;
    next[termIds[i]!] = starts[i]!;
  }
  const passages = new Int32Array(starts.at(-1)!);
  const packedCounts = new Uint8Array(passages.length);
  for (const [index, block] of blocks.entries()) {
    movePostings(block, renumberings[index]!, { next, passages, packedCounts });
  }
  return { termIds, starts, passages, packedCounts };
}

/** How many postings each term keeps, by term number. */
function countPostings(blocks: readonly Block[], renumberings: readonly Renumbering[]): Int32Array {
  const counts = new Int32Array(largestTermId(blocks) + 1);
  for (const [index, block] of blocks.entries()) {
    const { termIds, starts } = block;
    const whole = block.segments.every(({ alive }) => alive);
    for (let i = 0; i < termIds.length; i++) {
      const from = starts[i]!;
      const to = starts[i + 1]!;
      const kept = whole ? to - from : countKept(block, renumberings[index]!, from, to);
      counts[termIds[i]!]! += kept;
    }
  }
  return counts;
}

function countKept({ passages }: Block, renumbering: Renumbering, from: number, to: number) {
  let count = 0;
  for (let i = from; i < to; i++) if (renumbering[passages[i]!]! >= 0) count++;
  return count;
}

function largestTermId(blocks: readonly Block[]): number {
  let largest = -1;
  for (const { termIds } of blocks) {
    for (let i = 0; i < termIds.length; i++) if (termIds[i]! > largest) largest = termIds[i]!;
  }
  return largest;
}

/** The terms that keep a posting, ascending. */
function heldTerms(counts: Int32Array): Int32Array {
  const terms = new Int32Array(counts.length);
  let length = 0;
  for (let termId = 0; termId < counts.length; termId++) {
    if (counts[termId]! > 0) terms[length++] = termId;
  }
  return terms.slice(0, length);
}

interface Destination {
  /** By term number. */
  next: Int32Array;
  passages: Int32Array;
  packedCounts: Uint8Array;
}

function movePostings(block: Block, renumbering: Renumbering, to: Destination): void {
  const { termIds, starts } = block;
  const { next, passages, packedCounts } = to;
  for (let i = 0; i < termIds.length; i++) {
    const end = starts[i + 1]!;
    let at = next[termIds[i]!]!;
    for (let from = starts[i]!; from < end; from++) {
      const passage = renumbering[block.passages[from]!]!;
      if (passage < 0) continue;
      passages[at] = passage;
      packedCounts[at] = block.packedCounts[from]!;
      at++;
    }
    next[termIds[i]!] = at;
  }
}
