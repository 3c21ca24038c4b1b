import type { Child } from "@understudy/db/queries/collections";
import { findActiveJob } from "@understudy/db/queries/jobs";
import { type FetchedBytes, saveFetchedBytes } from "@understudy/db/queries/requested-versions";
import {
  findSourceBySha256,
  findSourceByUrl,
  lockTwinBytes,
} from "@understudy/db/queries/same-source";
import { findNewestVersion, insertSourceVersion } from "@understudy/db/queries/source-versions";
import {
  insertSource,
  markSourceProcessing,
  markSourceRestored,
} from "@understudy/db/queries/sources";
import { insertSyncPages, type SyncPage } from "@understudy/db/queries/sync-pages";
import type { TenantTx } from "@understudy/db/scope";
import { cancelPurge } from "../../retention/plan-purge.ts";
import { requireRoom } from "../../usage/require-room.ts";
import { startIngestion } from "../start-ingestion.ts";
import type { CollectionRun } from "./open-collection-run.ts";

/** A page or a file that belongs to a collection; its bytes are in the blob store already. */
export interface Member {
  /** Of a page its URL, of a file in an archive its path. */
  address: string;
  kind: "url" | "file";
  title: string;
  received: FetchedBytes;
}

/**
 * Makes it a source of its own, or a new version of the one it has; its ingestion goes on by itself.
 * What the twin holds already is only noted. A blob that no row came to refer to is dropped.
 */
export async function keepMember(run: CollectionRun, member: Member): Promise<SyncPage> {
  let isKept = false;
  try {
    const page = await run.ctx.fenced(async (tx) => {
      const { sync } = run;
      await lockTwinBytes(tx, { twinId: sync.twinId, sha256: member.received.sha256 });
      const placed = { address: member.address, ...(await place(run, tx, member)) };
      await insertSyncPages(tx, { sync, pages: [placed] });
      return placed;
    });
    isKept = page.outcome === "added" || page.outcome === "changed";
    run.recorded.set(member.address, page);
    return page;
  } finally {
    if (!isKept) await run.ctx.ports.blobs.remove(member.received.blobKey);
  }
}

type Placed = Omit<SyncPage, "address">;

async function place(run: CollectionRun, tx: TenantTx, member: Member): Promise<Placed> {
  const child = run.children.get(member.address);
  if (child && !child.isRemoved) {
    const isNew = await renew(run, tx, child, member.received);
    return { outcome: isNew ? "changed" : "unchanged", reason: null, sourceId: child.id };
  }
  const same = await findSame(run, tx, member);
  if (same) return { outcome: "skipped", reason: "duplicate_of", sourceId: same.id };
  const sourceId = child ? child.id : await insertMember(run, tx, member);
  if (child) {
    await markSourceRestored(tx, child.id);
    await cancelPurge(tx, { kind: "source", id: child.id });
  }
  await renew(run, tx, { id: sourceId, isLive: child?.isLive ?? false }, member.received);
  return { outcome: "added", reason: null, sourceId };
}

async function insertMember(
  { ctx, sync, collection }: CollectionRun,
  tx: TenantTx,
  member: Member,
): Promise<string> {
  const bytes = member.received.byteSize;
  const { tenantId } = ctx.actor;
  const { addedByKeyId } = collection;
  const holder = { twinId: sync.twinId, addedByKeyId };
  await requireRoom(tx, { tenantId, ...holder }, { sources: 1, bytes });
  const { kind, title, address } = member;
  const place = kind === "url" ? { url: address } : { archivePath: address };
  return insertSource(tx, {
    ...holder,
    parentId: collection.id,
    kind,
    title,
    ...place,
  });
}

async function findSame(
  { sync }: CollectionRun,
  tx: TenantTx,
  { kind, address, received }: Member,
) {
  const { twinId } = sync;
  const byUrl = kind === "url" && (await findSourceByUrl(tx, { twinId, url: address }));
  return byUrl || findSourceBySha256(tx, { twinId, sha256: received.sha256 });
}

/** False when these are the bytes that it answers with, or is being made to. */
async function renew(
  { ctx, sync }: CollectionRun,
  tx: TenantTx,
  { id: sourceId, isLive }: Pick<Child, "id" | "isLive">,
  received: FetchedBytes,
): Promise<boolean> {
  const newest = await findNewestVersion(tx, sourceId);
  const isSame = newest?.sha256 && Buffer.from(newest.sha256).equals(received.sha256);
  if (isSame && (isLive || (await findActiveJob(tx, { subjectId: sourceId, kind: "ingestion" })))) {
    return false;
  }
  const { twinId, trigger } = sync;
  const sourceVersionId = await insertSourceVersion(tx, { twinId, sourceId, bytes: null });
  await saveFetchedBytes(tx, { sourceVersionId, fetched: received });
  await markSourceProcessing(tx, sourceId);
  await startIngestion(ctx, tx, { twinId, sourceId, sourceVersionId, trigger });
  return true;
}
