import { characterGrams } from "./character-grams.ts";

const FEWEST_BUCKETS = 256;
const MOST_BUCKETS = 1 << 18;
const BUCKETS_PER_TERM = 8;

/** Which terms of a range of the vocabulary hold a character gram; buckets may mix several grams. */
export interface GramTable {
  readonly from: number;
  readonly to: number;
  readonly starts: Int32Array;
  readonly termIds: Int32Array;
  /** Distinct grams of each term, from `from` on. */
  readonly gramCounts: Uint8Array;
}

export function buildGramTable(terms: readonly string[], from: number, to: number): GramTable {
  const buckets = bucketCount(to - from);
  const gramCounts = new Uint8Array(to - from);
  const perBucket = new Int32Array(buckets + 1);
  const hashed: Uint32Array[] = [];
  for (let termId = from; termId < to; termId++) {
    const hashes = Uint32Array.from(characterGrams(terms[termId]!), hashGram);
    gramCounts[termId - from] = hashes.length;
    hashed.push(hashes);
    for (const hash of hashes) perBucket[(hash & (buckets - 1)) + 1]!++;
  }
  const starts = runningSum(perBucket);
  return { from, to, starts, gramCounts, termIds: fillBuckets(hashed, starts, from) };
}

/** The terms of the table in the bucket of a gram. */
export function bucketOf(table: GramTable, gram: string): Int32Array {
  const bucket = hashGram(gram) & (table.starts.length - 2);
  return table.termIds.subarray(table.starts[bucket], table.starts[bucket + 1]);
}

function fillBuckets(hashed: readonly Uint32Array[], starts: Int32Array, from: number): Int32Array {
  const termIds = new Int32Array(starts.at(-1)!);
  const next = starts.slice();
  const mask = starts.length - 2;
  for (const [offset, hashes] of hashed.entries()) {
    for (const hash of hashes) termIds[next[hash & mask]!++] = from + offset;
  }
  return termIds;
}

function runningSum(counts: Int32Array): Int32Array {
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
  return counts;
}

function bucketCount(termCount: number): number {
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, termCount * BUCKETS_PER_TERM)));
  return Math.min(MOST_BUCKETS, Math.max(FEWEST_BUCKETS, wanted));
}

/** FNV-1a over UTF-16 code units. */
function hashGram(gram: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
