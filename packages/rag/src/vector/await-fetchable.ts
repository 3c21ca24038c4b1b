import { setTimeout as wait } from "node:timers/promises";
import type { Index } from "@pinecone-database/pinecone";

const IDS_PER_LOOK = 100;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Pinecone acknowledges a write before it can be read: resolves when all of it can be. */
export async function awaitFetchable(
  index: Index,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (let first = 0; first < ids.length; first += IDS_PER_LOOK) {
    let missing = ids.slice(first, first + IDS_PER_LOOK);
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const { records } = await index.fetch({ ids: missing });
      missing = missing.filter((id) => !(id in records));
      if (missing.length === 0) break;
      await wait(pauseMs, undefined, { signal });
    }
  }
}
