import type { SyncTrigger } from "@understudy/db/column-values";
import { findActiveJob } from "@understudy/db/queries/jobs";
import { lockJobsOf } from "@understudy/db/queries/lock-jobs";
import { lockSource } from "@understudy/db/queries/same-source";
import { endSync, insertSync } from "@understudy/db/queries/source-syncs";
import {
  findLiveVersion,
  insertSourceVersion,
  type SourceVersionRow,
} from "@understudy/db/queries/source-versions";
import {
  markSourceProcessing,
  markSourceUnchanged,
  renameSource,
  type SourceRow,
} from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { cancel } from "../job/cancel-job.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { requireRoom } from "../usage/require-room.ts";
import type { Source } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { refuseSameBytes } from "./refuse-same-bytes.ts";
import { requireSource } from "./require-source.ts";
import { startIngestion } from "./start-ingestion.ts";

/** Bytes that are already in the blob store, and the source that they are the next version of. */
export interface NewBytes {
  sourceId: string;
  /** The only kind of source that they may become. */
  kind: SourceRow["kind"];
  trigger: Extract<SyncTrigger, "replaced" | "edited">;
  title?: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  sha256: Uint8Array;
  blobKey: string;
}

/**
 * The source keeps its id, its history and, unless given another, its title; its old version answers
 * until the new one is live. The bytes that answer already change nothing. A blob that no row came to
 * refer to is dropped. Refuses `source.other_kind`, and `source.same_as_other`.
 */
export async function renewSource(
  ctx: Context,
  bytes: NewBytes,
  /** What changes with it, or refuses the change. */
  alongside: (tx: TenantTx) => Promise<void> = async () => {},
): Promise<Source> {
  let kept = false;
  try {
    const renewed = await ctx.transaction(async (tx) => {
      const isNew = await renew(ctx, tx, bytes);
      await alongside(tx);
      return { isNew, source: readSource(await requireSource(tx, bytes.sourceId)) };
    });
    kept = renewed.isNew;
    return renewed.source;
  } finally {
    if (!kept) await ctx.ports.blobs.remove(bytes.blobKey);
  }
}

/** False when nothing came to refer to the blob. */
async function renew(ctx: Context, tx: TenantTx, bytes: NewBytes): Promise<boolean> {
  const { sourceId, kind, trigger, title } = bytes;
  const processing = { subjectId: sourceId, kind: "ingestion" } as const;
  await lockJobsOf(tx, processing);
  await lockSource(tx, sourceId);
  const source = await requireSource(tx, sourceId);
  if (source.kind !== kind) {
    throw new DomainError("conflict", "source.other_kind", `This source is no ${kind}.`);
  }
  const running = await findActiveJob(tx, processing);
  if (running) await cancel(ctx, tx, running);
  const isRenamed = title !== undefined && title !== source.title;
  if (isRenamed) await renameSource(tx, { sourceId, title });
  await ctx.audit(tx, { action: `source.${trigger}`, subjectKind: "source", subjectId: sourceId });
  const live = await findLiveVersion(tx, sourceId);
  if (live && isSame(live, bytes)) {
    await noteUnchanged(tx, live, trigger);
    if (isRenamed || running) await indexAnew(ctx, tx, live);
    return false;
  }
  await refuseSameBytes(tx, { ...bytes, twinId: source.twinId });
  await startVersion(ctx, tx, source, bytes);
  return true;
}

function isSame({ sha256 }: SourceVersionRow, bytes: NewBytes): boolean {
  return sha256 !== null && Buffer.from(sha256).equals(bytes.sha256);
}

async function noteUnchanged(
  tx: TenantTx,
  { sourceId, twinId, chunkCount }: SourceVersionRow,
  trigger: SyncTrigger,
): Promise<void> {
  const sync = { twinId, sourceId, jobId: null, trigger, sourceVersionId: null };
  const syncId = await insertSync(tx, sync);
  const passages = { added: 0, kept: chunkCount ?? 0, removed: 0 };
  await endSync(tx, { syncId }, { status: "unchanged", passages });
  await markSourceUnchanged(tx, sourceId);
}

/** The title weighs in retrieval; what was cancelled may have been about to see to that. */
async function indexAnew(
  ctx: Context,
  tx: TenantTx,
  { id: sourceVersionId, sourceId, twinId }: SourceVersionRow,
): Promise<void> {
  await startIngestion(ctx, tx, { twinId, sourceId, sourceVersionId, trigger: null });
}

async function startVersion(
  ctx: Context,
  tx: TenantTx,
  { id: sourceId, twinId, addedByKeyId }: SourceRow,
  { fileName, mediaType, byteSize, sha256, blobKey, trigger }: NewBytes,
): Promise<void> {
  const holder = { tenantId: ctx.actor.tenantId, twinId, addedByKeyId };
  await requireRoom(tx, holder, { sources: 0, bytes: byteSize });
  const bytes = { sha256, byteSize, mediaType, blobKey };
  const sourceVersionId = await insertSourceVersion(tx, { twinId, sourceId, fileName, bytes });
  await markSourceProcessing(tx, sourceId);
  await startIngestion(ctx, tx, { twinId, sourceId, sourceVersionId, trigger });
}
