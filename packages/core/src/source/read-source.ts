import type { SourceRow } from "@understudy/db/queries/sources";
import { readFailure } from "../kernel/failure.ts";
import type { Source } from "./contract.ts";
import { readSync } from "./read-sync.ts";

export function readSource(row: SourceRow): Source {
  return {
    id: row.id,
    twinId: row.twinId,
    title: row.title,
    kind: row.kind,
    url: row.url,
    canonicalUrl: row.canonicalUrl,
    status: row.status,
    ...(row.status === "failed" && readFailure(row)),
    refreshing: row.refreshing,
    jobId: row.jobId,
    mediaType: row.mediaType,
    byteSize: row.byteSize,
    pageCount: row.pageCount,
    picturePages: row.picturePages ?? [],
    wordCount: row.wordCount,
    chunkCount: row.chunkCount,
    isRestricted: row.isRestricted,
    parentId: row.parentId,
    archivePath: row.archivePath,
    pages: row.pages,
    chunking: row.chunking,
    syncEvery: row.syncEvery,
    pausedSyncEvery: row.pausedSyncEvery,
    nextSyncAt: row.nextSyncAt?.toISOString() ?? null,
    lastRefresh: row.lastSync && readSync(row.lastSync),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
