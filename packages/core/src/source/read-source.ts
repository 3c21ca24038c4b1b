import type { SourceRow } from "@understudy/db/queries/sources";
import type { Source } from "./contract.ts";

export function readSource(row: SourceRow): Source {
  const { failureReason: reason, failureMessage: message } = row;
  return {
    id: row.id,
    twinId: row.twinId,
    title: row.title,
    kind: row.kind,
    url: row.url,
    canonicalUrl: row.canonicalUrl,
    status: row.status,
    ...(reason && message && { failure: { reason, message } }),
    refreshing: row.refreshing,
    jobId: row.jobId,
    mediaType: row.mediaType,
    byteSize: row.byteSize,
    pageCount: row.pageCount,
    wordCount: row.wordCount,
    chunkCount: row.chunkCount,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
