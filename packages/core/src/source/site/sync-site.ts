import { findNewestBlobKey } from "@understudy/db/queries/collections";
import { finishRun } from "../collection/finish-run.ts";
import { listPages } from "../collection/list-pages.ts";
import type { CollectionRun } from "../collection/open-collection-run.ts";
import { type Passed, recordPassed } from "../collection/record-page.ts";
import { listSitemap } from "./list-sitemap.ts";
import { MAX_FOUND, openWalk, type Walk } from "./walk.ts";
import { walkSite } from "./walk-site.ts";

const MAX_SITEMAP_FILES = 50;

/** Brings all pages of a site up to date; an attempt that was cut short is taken up where it was. */
export async function syncSite(run: CollectionRun): Promise<void> {
  const { ctx } = run;
  const walk = openWalk(run);
  const isPartial = await ctx.stage("find", [0.01, 0.05], () => seed(walk));
  const { left, reason } = await ctx.stage("fetch", [0.05, 0.95], (report) =>
    walkSite(walk, report),
  );
  await ctx.stage("settle", [0.95, 1], async () => {
    await recordPassed(run, leftOver(left, reason ?? "limit"));
    await recordPassed(run, declinedBy(walk));
    const isWhole = !isPartial && !reason && !hasFailures(run);
    if (isWhole) await recordPassed(run, missingFrom(walk));
    const list = () => (walk.bounds.follow === "list" ? readList(run) : listPages(run));
    await finishRun(run, { list });
  });
}

/** True where more pages may belong to the site than are known here. */
async function seed(walk: Walk): Promise<boolean> {
  const { run, bounds, frontier, scope, start } = walk;
  if (start) {
    frontier.add({ address: start, depth: 0 });
    return false;
  }
  const listed =
    bounds.follow === "list"
      ? { addresses: (await readList(run)).split("\n").filter(Boolean), isPartial: false }
      : await listSitemap(run.ctx, run.collection.url ?? "", {
          maxAddresses: MAX_FOUND,
          maxFiles: MAX_SITEMAP_FILES,
        });
  for (const address of listed.addresses) {
    const reason = scope.judge(address);
    if (reason) frontier.decline(address, reason);
    else frontier.add({ address, depth: 0 });
  }
  await run.ctx.note("info", `Found ${listed.addresses.length} addresses.`);
  return listed.isPartial;
}

/** The addresses that a person gave, one a line. */
async function readList({ ctx, version }: CollectionRun): Promise<string> {
  const { sourceId } = version;
  const blobKey = await ctx.transaction((tx) => findNewestBlobKey(tx, sourceId));
  if (!blobKey) throw new Error(`source ${sourceId} has no list of pages`);
  return new TextDecoder().decode(await ctx.ports.blobs.read(blobKey));
}

function leftOver(addresses: readonly string[], reason: string): Passed[] {
  const isTheirs = reason === "unreachable" || reason === "retry_later";
  const outcome = isTheirs ? "failed" : "skipped";
  return addresses.map((address) => ({ address, outcome, reason }));
}

function declinedBy({ frontier }: Walk): Passed[] {
  return [...frontier.declined()].map(([address, reason]) => ({
    address,
    reason,
    outcome: "skipped",
  }));
}

/** Pages that the site had, and that no longer came up. */
function missingFrom({ run, bounds }: Walk): Passed[] {
  const reason = bounds.follow === "links" ? "unlinked" : "unlisted";
  return [...run.children.values()]
    .filter(({ address, isRemoved }) => !isRemoved && !run.recorded.has(address))
    .map(({ address }) => ({ address, outcome: "skipped", reason }));
}

/** A page that could not be read may have been the one that leads to others. */
function hasFailures({ recorded }: CollectionRun): boolean {
  return [...recorded.values()].some(({ outcome }) => outcome === "failed");
}
