import type { OwnedVersionRow } from "@understudy/db/queries/source-versions";
import type { JobContext } from "../../kernel/job.ts";
import { unpackArchive } from "../archive/unpack-archive.ts";
import { syncSite } from "../site/sync-site.ts";
import { openCollectionRun } from "./open-collection-run.ts";

/** Finds what belongs to a site or an archive; each page and each file is ingested by itself. */
export async function ingestCollection(ctx: JobContext, version: OwnedVersionRow): Promise<void> {
  const run = await openCollectionRun(ctx, version);
  if (!run) return ctx.note("info", "Only its title has changed.");
  if (run.collection.kind === "sitemap") await syncSite(run);
  else await unpackArchive(run);
}
