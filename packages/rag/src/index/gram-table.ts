import { forEachGramHash } from "./character-grams.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Which terms of a range of the vocabulary hold a character gram. Gram numbers ascend; the terms of
 * `grams[i]` stand from `starts[i]` to `starts[i + 1]`.
 */
export interface GramTable {
  readonly from: number;
  readonly to: number;
  readonly grams: Uint32Array;
  readonly starts: Int32Array;
  readonly termIds: Int32Array;
}

/** A double holds a 32-bit gram and a place below 2^21 side by side, and sorts natively. */
const PLACES = 2 ** 21;

export function buildGramTable(vocabulary: Vocabulary, from: number, to: number): GramTable {
  const pairs = sortedPairs(vocabulary, from, to);
  const termIds = new Int32Array(pairs.length);
  const grams: number[] = [];
  const starts: number[] = [];
  let end = 0;
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i]!;
    if (i > 0 && pair === pairs[i - 1]) continue;
    const gram = Math.floor(pair / PLACES);
    if (gram !== grams.at(-1)) {
      grams.push(gram);
      starts.push(end);
    }
    termIds[end++] = from + (pair % PLACES);
  }
  starts.push(end);
  return {
    from,
    to,
    grams: Uint32Array.from(grams),
    starts: Int32Array.from(starts),
    termIds: termIds.slice(0, end),
  };
}

/** How many terms one table may cover. */
export const LARGEST_RANGE = PLACES;

/** A gram that a term repeats stands there twice. */
function sortedPairs(vocabulary: Vocabulary, from: number, to: number): Float64Array {
  const pairs: number[] = [];
  for (let termId = from; termId < to; termId++) {
    forEachGramHash(vocabulary.term(termId), (gram) => {
      pairs.push(gram * PLACES + (termId - from));
    });
  }
  return Float64Array.from(pairs).sort();
}
