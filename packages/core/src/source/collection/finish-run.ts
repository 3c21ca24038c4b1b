import { createHash } from "node:crypto";
import type { PageOutcome } from "@understudy/db/column-values";
import {
  listChildren,
  settleCollection,
  switchCollection,
} from "@understudy/db/queries/collections";
import { deleteUnneededVersion, saveFetchedBytes } from "@understudy/db/queries/requested-versions";
import { endSync } from "@understudy/db/queries/source-syncs";
import { markSourceUnchanged } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { planReclaim } from "../../retention/plan-reclaim.ts";
import { announce } from "../../webhook/announce.ts";
import { makeBlobKey } from "../blob-key.ts";
import type { CollectionRun } from "./open-collection-run.ts";

/** What makes a collection's version: bytes that it had from the start, or the list of its pages. */
export type RunContent = { list: () => Promise<string> } | "received";

/** The version answers for its pages from now on; a sync that changed none of them leaves no version behind. */
export async function finishRun(run: CollectionRun, content: RunContent): Promise<void> {
  const { ctx, version, collection } = run;
  const isUnchanged = collection.liveVersionId !== null && !hasChanged(run);
  if (isUnchanged && version.stage === "requested") await dropVersion(run);
  else {
    if (version.stage === "requested" && content !== "received") {
      await saveList(run, await content.list());
    }
    await ctx.fenced((tx) => switchOver(run, tx, isUnchanged ? "unchanged" : "succeeded"));
  }
  const counts = countOutcomes(run);
  await ctx.conclude(counts);
  const parts = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  await ctx.note("info", parts.length > 0 ? `${parts.join(", ")}.` : "There was nothing in it.");
}

function hasChanged({ recorded }: CollectionRun): boolean {
  const changes = new Set(["added", "changed", "removed"]);
  return [...recorded.values()].some(({ outcome }) => changes.has(outcome));
}

async function dropVersion({ ctx, version, collection }: CollectionRun): Promise<void> {
  const sourceVersionId = version.id;
  await ctx.fenced(async (tx) => {
    await endSync(tx, { sourceVersionId }, { status: "unchanged" });
    await deleteUnneededVersion(tx, sourceVersionId);
    await markSourceUnchanged(tx, collection.id);
    await settleCollection(tx, collection.id);
  });
}

async function saveList({ ctx, version }: CollectionRun, list: string): Promise<void> {
  const bytes = new TextEncoder().encode(list);
  const blobKey = makeBlobKey(ctx.actor.tenantId);
  await ctx.ports.blobs.put(blobKey, bytes);
  const fetched = {
    fileName: "pages.txt",
    mediaType: "text/plain",
    sha256: createHash("sha256").update(bytes).digest(),
    byteSize: bytes.byteLength,
    blobKey,
  };
  try {
    await ctx.fenced((tx) => saveFetchedBytes(tx, { sourceVersionId: version.id, fetched }));
  } catch (error) {
    await ctx.ports.blobs.remove(blobKey);
    throw error;
  }
}

async function switchOver(
  { version, collection }: CollectionRun,
  tx: TenantTx,
  status: "succeeded" | "unchanged",
): Promise<void> {
  const sourceVersionId = version.id;
  const children = await listChildren(tx, collection.id);
  const pageCount = children.filter(({ isRemoved }) => !isRemoved).length;
  const previousVersionId = collection.liveVersionId;
  await endSync(tx, { sourceVersionId }, { status, previousVersionId });
  await switchCollection(tx, { sourceId: collection.id, sourceVersionId, pageCount });
  await settleCollection(tx, collection.id);
  const { id: sourceId, twinId } = collection;
  if (status === "succeeded")
    await announce(tx, { type: "source.live", twinId, data: { sourceId } });
  if (previousVersionId) await planReclaim(tx, twinId);
}

function countOutcomes({ recorded }: CollectionRun): Partial<Record<PageOutcome, number>> {
  const counts: Partial<Record<PageOutcome, number>> = {};
  for (const { outcome } of recorded.values()) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
