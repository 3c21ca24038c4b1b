import { excludePage } from "@understudy/db/queries/collections";
import { findLiveVersion } from "@understudy/db/queries/source-versions";
import * as queries from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { cancelPurge, planPurge } from "../retention/plan-purge.ts";
import { requireRoom } from "../usage/require-room.ts";
import { cancelProcessing, removeChildren, restoreChildren } from "./collection/move-children.ts";
import { Source, SourceRef } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { refuseSameBytes } from "./refuse-same-bytes.ts";
import { requireSource } from "./require-source.ts";

/**
 * Stops answering with this transaction, and all that came with it as well; what it held is reclaimed
 * after the time to undo. A page that is taken out of its site stays out in later syncs.
 */
export const removeSource = useCase({
  permission: "source.write",
  input: SourceRef,
  output: Source,
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => readSource(await removeIn(ctx, tx, sourceId))),
});

/** Joins the caller's transaction; gives the source as it was. */
export async function removeIn(
  ctx: Context,
  tx: TenantTx,
  sourceId: string,
): Promise<queries.SourceRow> {
  const source = await requireSource(tx, sourceId);
  await cancelProcessing(ctx, tx, sourceId);
  const hadLive = await removeChildren(tx, sourceId);
  await queries.markSourceRemoved(tx, sourceId);
  await keepOut(tx, source, true);
  const restorable = source.liveVersionId !== null || hadLive;
  const removed = { kind: "source", id: sourceId } as const;
  await planPurge(ctx, tx, { removed, twinId: source.twinId, restorable });
  await ctx.audit(tx, { action: "source.remove", subjectKind: "source", subjectId: sourceId });
  return source;
}

/**
 * Undoes a removal while it has not been purged. Refuses `source.same_as_other` where the same was added
 * again since: that is the one that answers.
 */
export const restoreSource = useCase({
  permission: "source.write",
  input: SourceRef,
  output: Source,
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => {
      await restoreChildren(tx, sourceId);
      const restored = await queries.markSourceRestored(tx, sourceId);
      if (!restored) throw notFound("source");
      await cancelPurge(tx, { kind: "source", id: sourceId });
      const source = await requireSource(tx, sourceId);
      await requireRoom(tx, { ...source, tenantId: ctx.actor.tenantId }, { sources: 0, bytes: 0 });
      const live = await findLiveVersion(tx, sourceId);
      if (live?.sha256) {
        await refuseSameBytes(tx, { twinId: source.twinId, sourceId, sha256: live.sha256 });
      }
      await keepOut(tx, source, false);
      await ctx.audit(tx, { action: "source.restore", subjectKind: "source", subjectId: sourceId });
      return readSource(source);
    }),
});

async function keepOut(tx: TenantTx, source: queries.SourceRow, isOut: boolean): Promise<void> {
  const { parentId, url } = source;
  if (parentId && url) await excludePage(tx, { parentId, address: url, isExcluded: isOut });
}
