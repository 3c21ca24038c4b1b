import { createHash } from "node:crypto";
import { insertChunks } from "@understudy/db/queries/chunks";
import {
  getParsedVersion,
  getSourceVersion,
  markVersionStage,
} from "@understudy/db/queries/source-versions";
import { chunkDocument, type Passage } from "@understudy/rag/chunk/chunk-document";
import { DomainError } from "../../kernel/domain-error.ts";
import type { JobContext } from "../../kernel/job.ts";

/** Small enough that the embedded engine answers others between two batches. */
const ROWS_PER_WRITE = 200;

/** Writes are keyed by (version, ordinal), so that a second run changes nothing. */
export async function chunkVersion(ctx: JobContext, sourceVersionId: string): Promise<void> {
  const version = await ctx.transaction((tx) => getSourceVersion(tx, sourceVersionId));
  if (version.stage !== "parsed") return;
  const document = await ctx.transaction((tx) => getParsedVersion(tx, sourceVersionId));
  const passages = chunkDocument(document);
  if (passages.length === 0) {
    throw new DomainError("invalid", "source.empty", "There is no text in it to learn from.");
  }
  for (let first = 0; first < passages.length; first += ROWS_PER_WRITE) {
    const rows = passages.slice(first, first + ROWS_PER_WRITE).map(asRow);
    await ctx.fenced((tx) => insertChunks(tx, { version, rows }));
  }
  await ctx.fenced((tx) =>
    markVersionStage(tx, { sourceVersionId, stage: "chunked", chunkCount: passages.length }),
  );
  await ctx.note("info", `Cut into ${passages.length} passages.`);
}

function asRow({ ordinal, text, locator }: Passage) {
  return { ordinal, text, locator, contentHash: createHash("sha256").update(text).digest() };
}
