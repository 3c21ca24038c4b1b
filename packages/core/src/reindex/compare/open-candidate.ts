import type { GenerationRow } from "@understudy/db/queries/index-generations";
import { listIndexVersions } from "@understudy/db/queries/index-targets";
import { createTwinIndex } from "@understudy/rag/index/twin-index";
import type { Context } from "../../kernel/context.ts";
import { addMissing, embeddingOf } from "../../knowledge/current-knowledge.ts";
import type { Searched } from "../../knowledge/find-passages.ts";
import { createTwinVectors } from "../../knowledge/twin-vectors.ts";
import { aimOf } from "../aim-of.ts";

/** The index that is being made, as it would be searched; held by nothing but its caller. */
export async function openCandidate(ctx: Context, generation: GenerationRow): Promise<Searched> {
  const aim = aimOf(generation.twinId, generation);
  const versions = await ctx.transaction((tx) => listIndexVersions(tx, aim));
  const index = createTwinIndex();
  const stamps = new Map<string, string>();
  await addMissing(ctx, { index, stamps }, new Map(versions.map((one) => [one.versionId, ""])));
  return {
    index,
    vectors: createTwinVectors(),
    // Pinned passages come first in both, whatever the index finds.
    pinned: [],
    // Its owner looks at all of it.
    lineages: new Map(),
    restrictions: new Map(),
    embedding: embeddingOf(generation),
    generationId: generation.id,
  };
}
