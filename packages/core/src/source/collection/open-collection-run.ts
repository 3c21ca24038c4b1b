import type { SyncTrigger } from "@understudy/db/column-values";
import { type Child, listChildren } from "@understudy/db/queries/collections";
import { findRunningSync } from "@understudy/db/queries/source-syncs";
import type { OwnedVersionRow } from "@understudy/db/queries/source-versions";
import { findSource, type SourceRow } from "@understudy/db/queries/sources";
import { listRecordedPages, type SyncPage } from "@understudy/db/queries/sync-pages";
import type { JobContext } from "../../kernel/job.ts";

/** One time that the pages of a site, or the members of an archive, are brought up to date. */
export interface CollectionRun {
  readonly ctx: JobContext;
  readonly collection: SourceRow;
  readonly version: OwnedVersionRow;
  readonly sync: { id: string; twinId: string; trigger: SyncTrigger; createdAt: Date };
  /** By address or path; as they were when the run began, or an earlier attempt left them. */
  readonly children: ReadonlyMap<string, Child>;
  /** What this run, or an earlier attempt at it, has settled so far: nothing in here is done again. */
  readonly recorded: Map<string, SyncPage>;
}

/** Undefined when nothing asked for the collection to be brought up to date. */
export async function openCollectionRun(
  ctx: JobContext,
  version: OwnedVersionRow,
): Promise<CollectionRun | undefined> {
  return ctx.transaction(async (tx) => {
    const collection = await findSource(tx, version.sourceId);
    const sync = await findRunningSync(tx, version.sourceId);
    if (!collection || !sync) return undefined;
    const children = await listChildren(tx, collection.id);
    const recorded = await listRecordedPages(tx, sync.id);
    return {
      ctx,
      collection,
      version,
      sync: { ...sync, twinId: collection.twinId },
      children: new Map(children.map((child) => [child.address, child])),
      recorded: new Map(recorded.map((page) => [page.address, page])),
    };
  });
}
