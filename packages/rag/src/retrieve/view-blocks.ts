import type { Block } from "../index/block.ts";
import type { TwinIndex } from "../index/twin-index.ts";

/** A block as one query sees it. */
export interface BlockView {
  block: Block;
  /** 1 for each passage that may be found; null when all may. */
  visible: Uint8Array | null;
}

/** What a query may see, with the statistics of exactly that. */
export interface Visible {
  views: BlockView[];
  passageCount: number;
  averageBodyLength: number;
  averageHeadingLength: number;
}

/** Removed segments are hidden, and those outside `allowed` when it is given. */
export function viewBlocks(index: TwinIndex, allowed?: ReadonlySet<string>): Visible {
  const views: BlockView[] = [];
  const totals = { passages: 0, body: 0, heading: 0 };
  for (const block of index.blocks) {
    let hidden = 0;
    for (const segment of block.segments) {
      if (!segment.alive || (allowed && !allowed.has(segment.id))) hidden++;
      else {
        totals.passages += segment.count;
        totals.body += segment.bodyLength;
        totals.heading += segment.headingLength;
      }
    }
    if (hidden < block.segments.length) {
      views.push({ block, visible: hidden === 0 ? null : markVisible(block, allowed) });
    }
  }
  const passageCount = totals.passages;
  return {
    views,
    passageCount,
    averageBodyLength: totals.body / Math.max(1, passageCount),
    averageHeadingLength: totals.heading / Math.max(1, passageCount),
  };
}

function markVisible(block: Block, allowed?: ReadonlySet<string>): Uint8Array {
  const visible = new Uint8Array(block.passageCount);
  for (const { id, first, count, alive } of block.segments) {
    if (alive && (!allowed || allowed.has(id))) visible.fill(1, first, first + count);
  }
  return visible;
}
