import { resemblance, shingle } from "@understudy/rag/retrieve/shingles";

/** What is remembered of a passage; hashes in hexadecimal. */
export interface Anchor {
  contentHash: string;
  beforeHash: string | null;
  afterHash: string | null;
  headings: readonly string[];
  text: string;
  ordinal: number;
}

export interface Match {
  ordinal: number;
  /** Word for word. */
  isExact: boolean;
}

/** Jaccard resemblance of three-term shingles: one sentence of five may be another one. */
const LEAST_RESEMBLANCE = 0.6;
/** How much less the runner-up must be like it. */
const LEAST_LEAD = 0.1;

/**
 * Where each anchor's passage stands in a version, null where it is not clearly there; no passage is
 * given twice. First those found word for word, among equals by headings, neighbours and nearness;
 * then the one most like it under the same headings.
 */
export function matchAnchors(
  anchors: readonly Anchor[],
  passages: readonly Anchor[],
  taken: ReadonlySet<number> = new Set(),
): (Match | null)[] {
  const free = new Set(passages.filter(({ ordinal }) => !taken.has(ordinal)));
  const take = (passage: Anchor | undefined, isExact: boolean): Match | null => {
    if (!passage) return null;
    free.delete(passage);
    return { ordinal: passage.ordinal, isExact };
  };
  const exact = anchors.map((anchor) => take(findSame(anchor, free), true));
  const readShingles = readOnce();
  return anchors.map((anchor, i) => exact[i] ?? take(findAlike(anchor, free, readShingles), false));
}

/** A large version has more texts than are remembered between calls. */
function readOnce(): (passage: Anchor) => Int32Array {
  const known = new Map<Anchor, Int32Array>();
  return (passage) => {
    const shingles = known.get(passage) ?? shingle(passage.text);
    known.set(passage, shingles);
    return shingles;
  };
}

function findSame(anchor: Anchor, passages: Iterable<Anchor>): Anchor | undefined {
  let best: Anchor | undefined;
  for (const passage of passages) {
    if (passage.contentHash !== anchor.contentHash) continue;
    if (!best || isNearer(anchor, passage, best)) best = passage;
  }
  return best;
}

function isNearer(anchor: Anchor, passage: Anchor, best: Anchor): boolean {
  const lead = agreement(anchor, passage) - agreement(anchor, best);
  if (lead !== 0) return lead > 0;
  return Math.abs(passage.ordinal - anchor.ordinal) < Math.abs(best.ordinal - anchor.ordinal);
}

function agreement(a: Anchor, b: Anchor): number {
  const neighbours = Number(a.beforeHash === b.beforeHash) + Number(a.afterHash === b.afterHash);
  return neighbours + (pathOf(a) === pathOf(b) ? 3 : 0);
}

function findAlike(
  anchor: Anchor,
  passages: Iterable<Anchor>,
  readShingles: (passage: Anchor) => Int32Array,
): Anchor | undefined {
  const shingles = shingle(anchor.text);
  const path = pathOf(anchor);
  let best: Anchor | undefined;
  let [first, second] = [0, 0];
  for (const passage of passages) {
    if (!isOfLikeLength(anchor, passage) || pathOf(passage) !== path) continue;
    const likeness = resemblance(shingles, readShingles(passage));
    if (likeness > first) [best, first, second] = [passage, likeness, first];
    else second = Math.max(second, likeness);
  }
  return first >= LEAST_RESEMBLANCE && first - second >= LEAST_LEAD ? best : undefined;
}

/** Texts of which one is twice the other cannot resemble each other enough. */
function isOfLikeLength({ text: a }: Anchor, { text: b }: Anchor): boolean {
  return Math.min(a.length, b.length) * 2 >= Math.max(a.length, b.length);
}

function pathOf({ headings }: Anchor): string {
  return headings.join("\n");
}
