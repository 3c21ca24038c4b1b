import { markSourceRemoved } from "@understudy/db/queries/sources";
import { insertSyncPages, type SyncPage } from "@understudy/db/queries/sync-pages";
import { planPurge } from "../../retention/plan-purge.ts";
import type { CollectionRun } from "./open-collection-run.ts";

const ROWS_PER_WRITE = 200;

/** Reasons by which a page no longer belongs to its site; any other one leaves what was taken in before. */
const ENDING = new Set([
  "robots",
  "noindex",
  "nofollow",
  "canonical",
  "redirected",
  "not_text",
  "status_404",
  "status_410",
  "unlinked",
  "unlisted",
  "missing",
]);

export type Passed = Pick<SyncPage, "address"> & { outcome: "skipped" | "failed"; reason: string };

/** Addresses that were not taken in, and why; the source that one of them had goes, and can be restored. */
export async function recordPassed(run: CollectionRun, passed: readonly Passed[]): Promise<void> {
  const fresh = passed.filter(({ address }) => !run.recorded.has(address));
  const plain = fresh.filter((page) => !endsChild(run, page));
  for (const page of fresh) if (endsChild(run, page)) await removeChild(run, page);
  for (let first = 0; first < plain.length; first += ROWS_PER_WRITE) {
    const pages = plain.slice(first, first + ROWS_PER_WRITE).map((page) => ({
      ...page,
      sourceId: run.children.get(page.address)?.id ?? null,
    }));
    await run.ctx.fenced((tx) => insertSyncPages(tx, { sync: run.sync, pages }));
    for (const page of pages) run.recorded.set(page.address, page);
  }
}

/** The page has a source already, and that is up to date. */
export async function recordUnchanged(run: CollectionRun, address: string): Promise<void> {
  const sourceId = run.children.get(address)?.id ?? null;
  const page: SyncPage = { address, outcome: "unchanged", reason: null, sourceId };
  await run.ctx.fenced((tx) => insertSyncPages(tx, { sync: run.sync, pages: [page] }));
  run.recorded.set(address, page);
}

function endsChild({ children }: CollectionRun, { address, outcome, reason }: Passed): boolean {
  const child = children.get(address);
  return child !== undefined && !child.isRemoved && outcome === "skipped" && ENDING.has(reason);
}

async function removeChild(run: CollectionRun, { address, reason }: Passed): Promise<void> {
  const sourceId = run.children.get(address)!.id;
  const page: SyncPage = { address, reason, sourceId, outcome: "removed" };
  const { ctx, sync } = run;
  const removed = { kind: "source", id: sourceId } as const;
  await ctx.fenced(async (tx) => {
    await markSourceRemoved(tx, sourceId);
    await planPurge(ctx, tx, { removed, twinId: sync.twinId, restorable: true });
    await insertSyncPages(tx, { sync: run.sync, pages: [page] });
  });
  run.recorded.set(address, page);
}
