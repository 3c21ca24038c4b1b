import type { GenerationRow } from "@understudy/db/queries/index-generations";
import { type IndexVersion, listIndexVersions } from "@understudy/db/queries/index-targets";
import { findSourceVersion } from "@understudy/db/queries/source-versions";
import type { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { DomainError } from "../kernel/domain-error.ts";
import { type JobContext, TurnOver } from "../kernel/job.ts";
import { findVectorStore } from "../knowledge/find-vector-store.ts";
import { isDenied } from "../source/ingest/embed-or-say.ts";
import { embedPassages } from "../source/ingest/embed-passages.ts";
import { storeVectors } from "../source/ingest/store-vectors.ts";
import { aimOf } from "./aim-of.ts";
import { givingWay } from "./giving-way.ts";

/** A large twin leaves its place to other work so often. */
const TURN_MS = 120_000;

/** Every passage of the index has a vector of its model, where vectors are searched; what is there is kept. */
export async function fillVectors(
  ctx: JobContext,
  generation: GenerationRow,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  if (!generation.model) return;
  const embedder = requireEmbedder(ctx, generation.model);
  const aim = aimOf(generation.twinId, generation);
  const versions = await ctx.transaction((tx) => listIndexVersions(tx, aim));
  const total = versions.reduce((sum, { passages }) => sum + passages, 0);
  const turnOverAtMs = performance.now() + TURN_MS;
  let done = 0;
  for (const version of versions) {
    ctx.signal.throwIfAborted();
    await fillVersion(ctx, { version, embedder, generation }, (fraction) =>
      report((done + fraction * version.passages) / total),
    );
    done += version.passages;
    await report(done / total);
    if (performance.now() > turnOverAtMs)
      throw new TurnOver("a large index gives its place to others");
  }
  await ctx.note("info", `${total} passages have vectors of ${generation.model}.`);
}

function requireEmbedder(ctx: JobContext, model: string): Embedder {
  const embedder = ctx.ports.embedders.open(model);
  if (embedder) return embedder;
  throw new DomainError(
    "unavailable",
    "index.no_provider",
    "This instance has no provider of embeddings any more.",
  );
}

/** Not tried again before someone raises it, or the month ends: what was made is kept. */
function denied({ reason }: ModelFailure): DomainError {
  if (reason === "model.forbidden") {
    return new DomainError("forbidden", reason, "The rules in force forbid this model.");
  }
  return new DomainError(
    "limit_exceeded",
    "model.over_budget",
    "This month's budget has no room for more vectors. Try again when it has: what was made is kept.",
  );
}

interface Filled {
  version: IndexVersion;
  embedder: Embedder;
  generation: GenerationRow;
}

async function fillVersion(
  ctx: JobContext,
  { version, embedder, generation }: Filled,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const row = await ctx.transaction((tx) => findSourceVersion(tx, version.versionId));
  if (!row) return;
  if (version.vectors < version.passages) {
    const inTurn = givingWay(ctx.signal);
    try {
      await embedPassages(ctx, { version: row, embedder, inTurn }, report);
    } catch (error) {
      throw isDenied(error) ? denied(error) : error;
    }
    return storeVectors(ctx, row, embedder.model);
  }
  const { dimensions, twinId } = generation;
  const vectorStore = dimensions && (await findVectorStore(ctx, twinId));
  if (!vectorStore) return;
  const index = await vectorStore.open(ctx, { model: embedder.model, dimensions });
  const { signal, correlationId } = ctx;
  const stored = await index.listOrdinals(twinId, row.id, { signal, correlationId });
  if (stored.length !== version.passages) await storeVectors(ctx, row, embedder.model);
}
