import { mayHaveRareBlocks } from "@understudy/answer-text/markdown/may-have-rare-blocks";
import type { rareBlocks } from "./rare-blocks.ts";

/** What tables, code, quotes and rules are read and drawn by, once an answer had one. */
export let rare: typeof rareBlocks | undefined;

/** Settles when a text can be read that could not; null where it can. */
export function loadRareBlocks(text: string): Promise<void> | null {
  if (rare || !mayHaveRareBlocks(text)) return null;
  return import("./rare-blocks.ts").then(({ rareBlocks }) => {
    rare = rareBlocks;
  });
}
