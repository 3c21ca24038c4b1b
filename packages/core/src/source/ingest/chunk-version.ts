import { createHash } from "node:crypto";
import { insertChunks } from "@understudy/db/queries/chunks";
import { findLiveGeneration } from "@understudy/db/queries/index-generations";
import { findWantedChunking } from "@understudy/db/queries/recut-versions";
import {
  getParsedVersion,
  getSourceVersion,
  markVersionStage,
  type OwnedVersionRow,
} from "@understudy/db/queries/source-versions";
import type { TenantTx } from "@understudy/db/scope";
import { chunkDocument, type Passage } from "@understudy/rag/chunk/chunk-document";
import { DomainError } from "../../kernel/domain-error.ts";
import type { JobContext } from "../../kernel/job.ts";
import { type Chunking, chunkSettingsOf } from "../../reindex/chunking.ts";

/** Small enough that the embedded engine answers others between two batches. */
const ROWS_PER_WRITE = 200;

/** Writes are keyed by (version, ordinal), so that a second run changes nothing. */
export async function chunkVersion(ctx: JobContext, sourceVersionId: string): Promise<void> {
  const version = await ctx.transaction((tx) => getSourceVersion(tx, sourceVersionId));
  if (version.stage !== "parsed") return;
  const { document, chunking } = await ctx.transaction(async (tx) => ({
    document: await getParsedVersion(tx, sourceVersionId),
    chunking: await chunkingOf(tx, version),
  }));
  const passages = chunkDocument(document, chunkSettingsOf(chunking));
  if (passages.length === 0) {
    throw new DomainError("invalid", "source.empty", "There is no text in it to learn from.");
  }
  for (let first = 0; first < passages.length; first += ROWS_PER_WRITE) {
    const rows = passages.slice(first, first + ROWS_PER_WRITE).map(asRow);
    await ctx.fenced((tx) => insertChunks(tx, { version, rows }));
  }
  await ctx.fenced((tx) =>
    markVersionStage(tx, {
      sourceVersionId,
      stage: "chunked",
      chunkCount: passages.length,
      chunking,
    }),
  );
  await ctx.note("info", `Cut into ${passages.length} passages.`);
}

/** One that is made for an index was told how; any other is cut as its source is to be now. */
async function chunkingOf(
  tx: TenantTx,
  { generationId, chunking, twinId, sourceId }: OwnedVersionRow,
): Promise<Chunking | null> {
  if (generationId) return chunking;
  const live = await findLiveGeneration(tx, twinId);
  return findWantedChunking(tx, { sourceId, fallback: live?.chunking ?? null });
}

function asRow({ ordinal, text, locator }: Passage) {
  return { ordinal, text, locator, contentHash: createHash("sha256").update(text).digest() };
}
