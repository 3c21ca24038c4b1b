import { listShingles } from "./list-shingles.ts";

const MIN_SAMPLE = 256;
const MAX_SAMPLE = 2_048;
const SHINGLES_PER_SAMPLED = 16;
/** Of a longer text, its beginning: a copy begins alike. */
export const SKETCHED_CHARACTERS = 500_000;
/** Of less there is nothing to say. */
const MIN_SHINGLES = 8;
const GREATEST = 0x7fffffff;

/**
 * A sample of a text's distinct shingles that is fair across texts: those whose hashes are least, 256
 * to 2,048 of them. (bottom-k MinHash, Broder 1997; Cohen & Kaplan 2007) Empty for a few words.
 */
export interface Sketch {
  /** Ascending. */
  hashes: Int32Array;
  /** Every shingle up to this hash is in the sample. */
  upTo: number;
}

export function sketchText(text: string): Sketch {
  const { hashes } = listShingles(text.slice(0, SKETCHED_CHARACTERS));
  const distinct = Int32Array.from(new Set(hashes)).sort();
  if (distinct.length < MIN_SHINGLES) return { hashes: new Int32Array(), upTo: GREATEST };
  const share = Math.ceil(distinct.length / SHINGLES_PER_SAMPLED);
  const size = Math.min(MAX_SAMPLE, Math.max(MIN_SAMPLE, share));
  if (distinct.length <= size) return { hashes: distinct, upTo: GREATEST };
  const sample = distinct.slice(0, size);
  return { hashes: sample, upTo: sample.at(-1)! };
}

/** The greatest hash sampled, then the hashes: little-endian, 4 bytes each. */
export function packSketch({ hashes, upTo }: Sketch): Uint8Array {
  const bytes = new Uint8Array(4 * (hashes.length + 1));
  const view = new DataView(bytes.buffer);
  view.setInt32(0, upTo, true);
  for (let i = 0; i < hashes.length; i++) view.setInt32(4 * (i + 1), hashes[i]!, true);
  return bytes;
}

export function openSketch(bytes: Uint8Array): Sketch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hashes = new Int32Array(bytes.byteLength / 4 - 1);
  for (let i = 0; i < hashes.length; i++) hashes[i] = view.getInt32(4 * (i + 1), true);
  return { hashes, upTo: view.getInt32(0, true) };
}
