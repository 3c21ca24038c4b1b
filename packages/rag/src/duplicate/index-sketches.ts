import { estimateOverlap } from "./estimate-overlap.ts";
import type { Sketch } from "./sketch-text.ts";

/** A sketch that has something in common with the one that was asked about. */
export interface AlikeSketch {
  /** Its place among the sketches that were indexed. */
  at: number;
  /** As `estimateOverlap` gives it, above 0. */
  estimate: number;
}

/** Finds, among many sketches, those that share hashes with one, without looking at the others. */
export function indexSketches(sketches: readonly Sketch[]): (asked: Sketch) => AlikeSketch[] {
  const holders = new Map<number, number[]>();
  for (const [at, { hashes }] of sketches.entries()) {
    for (const hash of hashes) {
      const known = holders.get(hash);
      if (known) known.push(at);
      else holders.set(hash, [at]);
    }
  }
  return (asked) => {
    const met = new Set<number>();
    for (const hash of asked.hashes) for (const at of holders.get(hash) ?? []) met.add(at);
    return Array.from(met, (at) => ({
      at,
      estimate: estimateOverlap(asked, sketches[at]!),
    })).filter(({ estimate }) => estimate > 0);
  };
}
