import { insertSourceVersion, type NewSourceVersion } from "@understudy/db/queries/source-versions";
import { insertSource, type NewSource } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { holderOf, requireRoom } from "../usage/require-room.ts";
import type { Source } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";
import { startIngestion } from "./start-ingestion.ts";

/** Joins the caller's transaction: source, version, job, sync and audit event commit together. */
export async function insertStarted(
  ctx: Context,
  tx: TenantTx,
  source: NewSource,
  version: Pick<NewSourceVersion, "fileName" | "bytes">,
): Promise<Source> {
  const { twinId } = source;
  const { tenantId } = ctx.actor;
  const holder = holderOf(ctx.actor, twinId);
  const bytes = version.bytes?.byteSize ?? 0;
  await requireRoom(tx, { tenantId, ...holder }, { sources: 1, bytes });
  const sourceId = await insertSource(tx, { ...source, ...holder });
  const sourceVersionId = await insertSourceVersion(tx, { twinId, sourceId, ...version });
  await startIngestion(ctx, tx, { twinId, sourceId, sourceVersionId, trigger: "added" });
  await ctx.audit(tx, { action: "source.add", subjectKind: "source", subjectId: sourceId });
  return readSource(await requireSource(tx, sourceId));
}
