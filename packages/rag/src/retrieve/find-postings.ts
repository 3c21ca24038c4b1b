import { findSorted } from "../index/find-sorted.ts";
import type { BlockView } from "./view-blocks.ts";

/** Where a term stands in one block: postings `from` to `to` of the view numbered `view`. */
export interface PostingRange {
  view: number;
  from: number;
  to: number;
}

export interface TermPostings {
  ranges: PostingRange[];
  /** Visible passages that hold the term. */
  documentFrequency: number;
}

export function findPostings(views: readonly BlockView[], termId: number): TermPostings {
  const ranges: PostingRange[] = [];
  let documentFrequency = 0;
  for (const [view, { block, visible }] of views.entries()) {
    const slot = findSorted(block.termIds, termId);
    if (slot < 0) continue;
    const from = block.starts[slot]!;
    const to = block.starts[slot + 1]!;
    const count = visible ? countVisible(block.passages, visible, from, to) : to - from;
    if (count === 0) continue;
    documentFrequency += count;
    ranges.push({ view, from, to });
  }
  return { ranges, documentFrequency };
}

function countVisible(passages: Int32Array, visible: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += visible[passages[i]!]!;
  return count;
}
