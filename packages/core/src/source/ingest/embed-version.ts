import {
  findCachedVectors,
  insertEmbeddings,
  listUnembeddedChunks,
} from "@understudy/db/queries/embeddings";
import { getSourceVersion, markVersionStage } from "@understudy/db/queries/source-versions";
import type { Embedder } from "@understudy/rag/embed/embedder";
import type { JobContext } from "../../kernel/job.ts";
import { storeVectors } from "./store-vectors.ts";

type Version = Awaited<ReturnType<typeof getSourceVersion>>;
type Unembedded = Awaited<ReturnType<typeof listUnembeddedChunks>>;

/** Each finished batch is kept at once, so that a retry pays for none of them again. */
export async function embedVersion(
  ctx: JobContext,
  sourceVersionId: string,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const version = await ctx.transaction((tx) => getSourceVersion(tx, sourceVersionId));
  if (!ctx.ports.embedder || version.stage !== "chunked") return;
  await embedPassages(ctx, version, report);
  await ctx.fenced((tx) => markVersionStage(tx, { sourceVersionId, stage: "embedded" }));
}

/** Those of a version that have no vector by the model of now; and brings all to where they are searched. */
export async function embedPassages(
  ctx: JobContext,
  version: Version,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const { embedder } = ctx.ports;
  if (!embedder) return;
  const { id: sourceVersionId } = version;
  let done = 0;
  for (;;) {
    const chunks = await ctx.transaction((tx) =>
      listUnembeddedChunks(tx, {
        sourceVersionId,
        model: embedder.model,
        limit: embedder.maxBatchSize,
      }),
    );
    if (chunks.length === 0) break;
    await embedBatch(ctx, version, embedder, chunks);
    done += chunks.length;
    await report(Math.min(1, done / Math.max(1, version.chunkCount ?? done)));
  }
  await storeVectors(ctx, version);
}

async function embedBatch(
  ctx: JobContext,
  version: Version,
  embedder: Embedder,
  chunks: Unembedded,
): Promise<void> {
  const hashes = chunks.map((chunk) => chunk.contentHash);
  const cached = await ctx.transaction((tx) =>
    findCachedVectors(tx, { model: embedder.model, contentHashes: hashes }),
  );
  const missing = chunks.filter((chunk) => !cached.has(hex(chunk.contentHash)));
  const vectors = missing.length
    ? await embedder.embed(
        missing.map((chunk) => chunk.text),
        { signal: ctx.signal, correlationId: ctx.correlationId },
      )
    : [];
  const fresh = new Map(missing.map((chunk, i) => [hex(chunk.contentHash), vectors[i]!]));
  const rows = chunks.map((chunk) => {
    const key = hex(chunk.contentHash);
    return {
      chunkId: chunk.id,
      contentHash: chunk.contentHash,
      vector: (fresh.get(key) ?? cached.get(key))!,
    };
  });
  await ctx.fenced((tx) => insertEmbeddings(tx, { version, model: embedder.model, rows }));
}

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString("hex");
}
