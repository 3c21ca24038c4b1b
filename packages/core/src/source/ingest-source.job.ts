import { endSync } from "@understudy/db/queries/source-syncs";
import { getSourceVersion } from "@understudy/db/queries/source-versions";
import { failSourceVersion } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { defineJob } from "../kernel/job.ts";
import { announce } from "../webhook/announce.ts";
import { ingestCollection } from "./collection/ingest-collection.ts";
import { isCollection } from "./collection/is-collection.ts";
import { chunkVersion } from "./ingest/chunk-version.ts";
import { embedVersion } from "./ingest/embed-version.ts";
import { fetchVersion } from "./ingest/fetch-version.ts";
import { findIngestible } from "./ingest/find-ingestible.ts";
import { indexVersion } from "./ingest/index-version.ts";
import { keepLiveIfSameText } from "./ingest/keep-live.ts";
import { parseVersion } from "./ingest/parse-version.ts";
import { resumeVersion } from "./ingest/resume-version.ts";
import { switchVersion } from "./ingest/switch-version.ts";
import { ingestion } from "./ingestion.ts";

/** fetch → parse → chunk → embed → index → switch; each step finds what the one before left, so that a retry resumes. */
export const ingestSource = defineJob({
  ...ingestion,
  run: async (ctx, { sourceVersionId }) => {
    const version = await findIngestible(ctx, sourceVersionId);
    if (!version) return ctx.note("info", "The source was removed; nothing is left to do.");
    if (await isCollection(ctx, version)) return ingestCollection(ctx, version);
    if (version.stage === "requested") {
      const isNew = await ctx.stage("fetch", [0.01, 0.15], () => fetchVersion(ctx, version));
      if (!isNew) return;
    }
    await ctx.stage("parse", [0.15, 0.4], () => parseVersion(ctx, version));
    const isFetched = version.sourceUrl !== null && version.derivedFromId === null;
    if (isFetched && (await keepLiveIfSameText(ctx, version))) return;
    await ctx.stage("chunk", [0.4, 0.5], () => chunkVersion(ctx, sourceVersionId));
    await ctx.stage("embed", [0.5, 0.9], (report) => embedVersion(ctx, version, report));
    await ctx.stage("index", [0.9, 0.98], () => indexVersion(ctx, sourceVersionId));
    await ctx.stage("switch", [0.98, 1], () => switchVersion(ctx, sourceVersionId));
  },
  gaveUp: async (tx, { sourceVersionId }, failure) => {
    await failSourceVersion(tx, { sourceVersionId, ...failure });
    const status = failure.reason === "source.cancelled" ? "cancelled" : "failed";
    await endSync(tx, { sourceVersionId }, { status, failure });
    if (status === "failed") await announceFailed(tx, sourceVersionId, failure.reason);
  },
  retried: (tx, { sourceVersionId }, jobId) => resumeVersion(tx, { sourceVersionId, jobId }),
});

async function announceFailed(
  tx: TenantTx,
  sourceVersionId: string,
  reason: string,
): Promise<void> {
  const { sourceId, twinId } = await getSourceVersion(tx, sourceVersionId);
  await announce(tx, { type: "source.failed", twinId, data: { sourceId, reason } });
}
