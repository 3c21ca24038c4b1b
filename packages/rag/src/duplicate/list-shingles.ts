import { foldText } from "../text/fold-text.ts";
import { splitWords } from "../text/split-words.ts";

/** A word weighs as much as two characters of a script without spaces between words. */
const WORD_WEIGHT = 2;
const SHINGLE_WEIGHT = 6;

/** A text as a row of words, and the runs of three words (or six characters) that begin at each. */
export interface Shingles {
  /** A hash of 32 bits for each run, in the order of the text; none begins at the last words. */
  hashes: Int32Array;
  /** How many words each run spans. */
  lengths: Uint8Array;
  /** Of the text. */
  wordCount: number;
}

/** Word shingles after folding of case, accents and punctuation. (Broder 1997) */
export function listShingles(text: string): Shingles {
  const units: number[] = [];
  const weights: number[] = [];
  for (const { text: word, dense } of splitWords(foldText(text))) {
    if (dense) {
      for (const character of word) {
        units.push(hashUnit(character));
        weights.push(1);
      }
    } else {
      units.push(hashUnit(word));
      weights.push(WORD_WEIGHT);
    }
  }
  return joinUnits(units, weights);
}

function joinUnits(units: readonly number[], weights: readonly number[]): Shingles {
  const hashes = new Int32Array(units.length);
  const lengths = new Uint8Array(units.length);
  let count = 0;
  for (let start = 0; start < units.length; start++) {
    let weight = 0;
    let hash = 0;
    let end = start;
    for (; end < units.length && weight < SHINGLE_WEIGHT; end++) {
      weight += weights[end]!;
      hash = mix(Math.imul(hash, 31) + units[end]!);
    }
    if (weight < SHINGLE_WEIGHT) break;
    hashes[start] = hash;
    lengths[start] = end - start;
    count = start + 1;
  }
  return {
    hashes: hashes.subarray(0, count),
    lengths: lengths.subarray(0, count),
    wordCount: units.length,
  };
}

function hashUnit(unit: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < unit.length; i++) hash = Math.imul(hash ^ unit.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** MurmurHash3's finalizer: the least hashes of a text are a fair sample of it. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
