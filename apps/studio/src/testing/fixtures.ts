import type { Job } from "@understudy/core/job/contract";
import type { Source, Sync } from "@understudy/core/source/contract";
import type { Outputs } from "#lib/trpc.ts";

const TIME = "2026-11-20T10:00:00.000Z";
export const TWIN_ID = "00000000-0000-7000-8000-000000000001";

export function makeTwin(): Outputs["twin"]["get"] {
  return { id: TWIN_ID, name: "Mara", handle: "mara", sourceCount: 3 } as Outputs["twin"]["get"];
}

export function makeSource(changes: Partial<Source> & { id: string }): Source {
  return {
    twinId: TWIN_ID,
    title: "Handbook",
    kind: "file",
    url: null,
    canonicalUrl: null,
    status: "live",
    refreshing: false,
    jobId: null,
    mediaType: "application/pdf",
    byteSize: 1_000,
    pageCount: 1,
    picturePages: [],
    wordCount: 100,
    chunkCount: 1,
    isRestricted: false,
    parentId: null,
    archivePath: null,
    pages: null,
    chunking: null,
    syncEvery: null,
    pausedSyncEvery: null,
    nextSyncAt: null,
    lastRefresh: null,
    createdAt: TIME,
    updatedAt: TIME,
    ...changes,
  };
}

export function makeJob(changes: Partial<Job> & { id: string }): Job {
  return {
    kind: "ingestion",
    twinId: TWIN_ID,
    subjectId: null,
    status: "succeeded",
    progress: 1,
    stage: null,
    attempt: 1,
    maxAttempts: 4,
    result: null,
    dueAt: TIME,
    correlationId: `reference-of-${changes.id}`,
    createdAt: TIME,
    startedAt: TIME,
    finishedAt: TIME,
    ...changes,
  };
}

export function makeSync(changes: Partial<Sync> & { id: string; sourceId: string }): Sync {
  return {
    jobId: null,
    trigger: "asked",
    status: "succeeded",
    passages: { added: 0, kept: 0, removed: 0 },
    pages: null,
    startedAt: TIME,
    finishedAt: TIME,
    ...changes,
  };
}
