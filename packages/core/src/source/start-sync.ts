import type { SyncTrigger } from "@understudy/db/column-values";
import { findActiveJob } from "@understudy/db/queries/jobs";
import { lockSource } from "@understudy/db/queries/same-source";
import { findNewestVersion, insertSourceVersion } from "@understudy/db/queries/source-versions";
import { markSourceProcessing, type SourceRow } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { startIngestion } from "./start-ingestion.ts";

const WEB_KINDS: readonly SourceRow["kind"][] = ["url", "sitemap", "youtube"];

export const isFromWeb = ({ kind }: Pick<SourceRow, "kind">): boolean => WEB_KINDS.includes(kind);

/** Refuses `source.not_from_web`. */
export function requireFromWeb(source: SourceRow): void {
  if (isFromWeb(source)) return;
  throw new DomainError(
    "conflict",
    "source.not_from_web",
    "Only what came from the web can be fetched again.",
  );
}

/** Joins the caller's transaction; false when the source is being processed already. */
export async function startSync(
  ctx: Context,
  tx: TenantTx,
  { source, trigger }: { source: SourceRow; trigger: SyncTrigger },
): Promise<boolean> {
  const { id: sourceId, twinId } = source;
  await lockSource(tx, sourceId);
  if (await findActiveJob(tx, { subjectId: sourceId, kind: "ingestion" })) return false;
  const sourceVersionId = await requestVersion(tx, source);
  await markSourceProcessing(tx, sourceId);
  await startIngestion(ctx, tx, { twinId, sourceId, sourceVersionId, trigger });
  return true;
}

/** A version that an earlier attempt asked for, and did not get, is asked for again. */
async function requestVersion(tx: TenantTx, { id, twinId }: SourceRow): Promise<string> {
  const newest = await findNewestVersion(tx, id);
  if (newest?.stage === "requested") return newest.id;
  return insertSourceVersion(tx, { twinId, sourceId: id, bytes: null });
}
