import type { Leaf } from "./leaf.ts";
import { type LeafPlace, LeafReader } from "./leaf-reader.ts";
import type { RareBlocks } from "./rare-blocks.ts";

/** Cuts the text from a place on into leaves; while it grows, what may become a table is one. */
export function splitLeaves(
  text: string,
  { from, ...place }: LeafPlace & { from: number },
  { isGrowing, rare }: { isGrowing: boolean; rare: RareBlocks | null },
): Leaf[] {
  const reader = new LeafReader(place, { rare, growsAt: isGrowing ? text.length : -1 });
  for (let start = from; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const next = feed < 0 ? end : end + 1;
    reader.take({ start, text: text.slice(start, end), next });
    start = next;
  }
  return reader.end(text.length);
}
