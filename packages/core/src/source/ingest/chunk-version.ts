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
import { applyOverlays } from "../../overlay/apply-overlays.ts";
import { type Chunking, chunkSettingsOf } from "../../reindex/chunking.ts";

/** Small enough that the embedded engine answers others between two batches. */
const ROWS_PER_WRITE = 200;

/** Writes are keyed by (version, ordinal), so that a second run changes nothing. */
export async function chunkVersion(ctx: JobContext, sourceVersionId: string): Promise<void> {
  const { version, document, chunking } = await ctx.transaction((tx) => read(tx, sourceVersionId));
  if (!document) return ctx.fenced(async (tx) => void (await applyOverlays(tx, version)));
  const passages = chunkDocument(document, chunkSettingsOf(chunking));
  if (passages.length === 0) {
    throw new DomainError("invalid", "source.empty", "There is no text in it to learn from.");
  }
  const rows = passages.map(asRow);
  const last = rows.length - (rows.length % ROWS_PER_WRITE || ROWS_PER_WRITE);
  for (let first = 0; first < last; first += ROWS_PER_WRITE) {
    const page = rows.slice(first, first + ROWS_PER_WRITE);
    await ctx.fenced((tx) => insertChunks(tx, { version, rows: page }));
  }
  const cut = { sourceVersionId, stage: "chunked", chunkCount: rows.length, chunking } as const;
  await ctx.fenced(async (tx) => {
    await insertChunks(tx, { version, rows: rows.slice(last) });
    await markVersionStage(tx, cut);
    await applyOverlays(tx, version);
  });
  await ctx.note("info", `Cut into ${passages.length} passages.`);
}

/** Without its document where it was cut before. */
async function read(tx: TenantTx, sourceVersionId: string) {
  const version = await getSourceVersion(tx, sourceVersionId);
  if (version.stage !== "parsed") return { version, document: null, chunking: null };
  const document = await getParsedVersion(tx, sourceVersionId);
  return { version, document, chunking: await chunkingOf(tx, version) };
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
