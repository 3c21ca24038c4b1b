import { alivePassageCount, type Block, type BlockSegment, blockBytes } from "./block.ts";
import { blockFromSegment } from "./block-from-segment.ts";
import { GramIndex } from "./gram-index.ts";
import { mergeBlocks } from "./merge-blocks.ts";
import { openSegment } from "./open-segment.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Blocks of about one size that are merged into one of the next size: cost n log n over all adds. */
const MERGE_FAN_IN = 8;
/** A block is rewritten once this share of its passages was removed. */
const LARGEST_DEAD_SHARE = 0.25;

interface Home {
  block: Block;
  segment: BlockSegment;
}

/**
 * The merged search index of one twin, in memory. Segments come and go one by one; what is removed
 * stops counting at once, also in the document frequencies.
 */
export class TwinIndex {
  private readonly homes = new Map<string, Home>();
  private held: Block[] = [];
  private terms = new Vocabulary();
  private gramIndex = new GramIndex(this.terms);
  private alive = 0;
  private removedSinceRebuild = 0;
  private changes = 0;

  /** Adds a segment made by `buildSegment`; throws CorruptSegment, and then nothing has changed. */
  add(segmentId: string, bytes: Uint8Array): void {
    this.addAll([{ id: segmentId, bytes }]);
  }

  /** Adds segments together, at a fraction of the cost of one by one; throws as `add` does. */
  addAll(segments: readonly { id: string; bytes: Uint8Array }[]): void {
    const opened = new Map(segments.map(({ id, bytes }) => [id, openSegment(bytes)]));
    this.changes++;
    for (const id of opened.keys()) this.remove(id);
    const added = Array.from(opened, ([id, segment]) => blockFromSegment(id, segment, this.terms));
    this.alive += passagesOf(added);
    this.merge([...this.likeSizes(passagesOf(added)), ...added]);
  }

  /** Removes a segment; an unknown one is no error. */
  remove(segmentId: string): void {
    const home = this.homes.get(segmentId);
    if (!home) return;
    this.changes++;
    home.segment.alive = false;
    this.homes.delete(segmentId);
    this.alive -= home.segment.count;
    this.removedSinceRebuild += home.segment.count;
    if (this.removedSinceRebuild > this.alive) this.rebuild();
    else if (deadShare(home.block) > LARGEST_DEAD_SHARE) this.merge([home.block]);
  }

  has(segmentId: string): boolean {
    return this.homes.has(segmentId);
  }

  segmentIds(): string[] {
    return [...this.homes.keys()];
  }

  get passageCount(): number {
    return this.alive;
  }

  /** Another one after each change: what was measured under an earlier one may be out of date. */
  get revision(): number {
    return this.changes;
  }

  /** Memory held: typed arrays exactly, exactly but for small objects. */
  get bytes(): number {
    const blocks = this.held.reduce((sum, block) => sum + blockBytes(block), 0);
    return blocks + this.terms.bytes + this.gramIndex.bytes;
  }

  get blocks(): readonly Block[] {
    return this.held;
  }

  get vocabulary(): Vocabulary {
    return this.terms;
  }

  get grams(): GramIndex {
    return this.gramIndex;
  }

  /** The held blocks that are due to be rewritten together with so many added passages. */
  private likeSizes(added: number): Block[] {
    const due: Block[] = [];
    for (;;) {
      const tier = sizeTier(added + passagesOf(due));
      const alike = this.held.filter(
        (block) => !due.includes(block) && sizeTier(block.passageCount) === tier,
      );
      if (alike.length + 1 < MERGE_FAN_IN) return due;
      due.push(...alike);
    }
  }

  private merge(blocks: readonly Block[]): void {
    this.replace(blocks, mergeBlocks(blocks));
  }

  /** Drops the terms that only removed segments had: a vocabulary otherwise only grows. */
  private rebuild(): void {
    const old = this.terms;
    const merged = mergeBlocks(this.held);
    this.terms = new Vocabulary();
    this.gramIndex = new GramIndex(this.terms);
    const termIds = merged.termIds.map((termId) => this.terms.internFrom(old, termId));
    this.removedSinceRebuild = 0;
    this.replace(this.held, { ...merged, termIds });
  }

  private replace(gone: readonly Block[], block: Block): void {
    this.held = this.held.filter((held) => !gone.includes(held));
    if (block.passageCount > 0 || block.segments.length > 0) this.held.push(block);
    for (const segment of block.segments) this.homes.set(segment.id, { block, segment });
  }
}

export function createTwinIndex(): TwinIndex {
  return new TwinIndex();
}

function passagesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { passageCount }) => sum + passageCount, 0);
}

function sizeTier(passageCount: number): number {
  return Math.floor(Math.log2(Math.max(passageCount, 1)) / Math.log2(MERGE_FAN_IN));
}

function deadShare(block: Block): number {
  return 1 - alivePassageCount(block) / Math.max(block.passageCount, 1);
}
