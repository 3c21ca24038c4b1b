import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { Locator } from "../source/contract.ts";

/** The score of each stage, null where it did not run. */
export const StageScores = z.object({
  lexical: z.number().nullable(),
  vector: z.number().nullable(),
  fused: z.number().nullable(),
  reranked: z.number().nullable(),
});

export const Passage = z.object({
  chunkId: Id,
  sourceId: Id,
  sourceTitle: z.string(),
  /** Where the source was fetched from, if it came from the web. */
  sourceUrl: z.string().optional(),
  text: z.string(),
  locator: Locator,
  score: z.number(),
  scores: StageScores,
});
export type Passage = z.infer<typeof Passage>;

export const SearchInput = z.object({
  twinId: Id,
  query: z.string().trim().min(1).max(2_000),
  limit: z.int().min(1).max(50).default(10),
});
export const SearchResult = z.object({
  passages: z.array(Passage),
  /** Milliseconds per stage. */
  timingsMs: z.record(z.string(), z.number()),
});
