import type { TwinIndex } from "../index/twin-index.ts";
import type { Candidate, DenseHit } from "./candidate.ts";
import { parseQuery } from "./parse-query.ts";
import { pickBest } from "./pick-best.ts";
import { scoreCharacters } from "./score-characters.ts";
import { scoreDense } from "./score-dense.ts";
import { scoreLexical } from "./score-lexical.ts";
import { RETRIEVAL_SETTINGS, type RetrievalSettings } from "./settings.ts";
import { type Visible, viewBlocks } from "./view-blocks.ts";

export interface SearchOptions {
  limit: number;
  /** Only these segments are searched, and only they count in the statistics. */
  allowed?: ReadonlySet<string>;
  /** The same as `viewBlocks` gave it of the index as it is: for many searches, told once. */
  visible?: Visible;
  /** What a dense arm found, to be fused; hits that are not in the index or not allowed are ignored. */
  denseHits?: readonly DenseHit[];
  /** Also passages that share nothing with the query, with scores of 0, where the limit leaves room. */
  includeUnmatched?: boolean;
  settings?: RetrievalSettings;
}

/** The passages that share words, or words spelt alike, with a query, best first. */
export function searchIndex(
  index: TwinIndex,
  query: string,
  { limit, denseHits, includeUnmatched, settings = RETRIEVAL_SETTINGS, ...seen }: SearchOptions,
): Candidate[] {
  const visible = seen.visible ?? viewBlocks(index, seen.allowed);
  const terms = parseQuery(query, settings);
  const lexical = scoreLexical(index, visible, terms, settings);
  const characters = scoreCharacters(index, visible, terms, settings);
  const dense = denseHits ? scoreDense(visible, denseHits) : null;
  return pickBest(visible, { lexical, characters, dense }, { limit, includeUnmatched, settings });
}
