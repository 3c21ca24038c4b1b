import { findActiveJob } from "@understudy/db/queries/jobs";
import * as queries from "@understudy/db/queries/sources";
import { cancel } from "../job/cancel-job.ts";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { cancelPurge, planPurge } from "../retention/plan-purge.ts";
import { Source, SourceRef } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";

/** Stops answering with this transaction; what it held is reclaimed after the time to undo. */
export const removeSource = useCase({
  permission: "source.write",
  input: SourceRef,
  output: Source,
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => {
      const source = await requireSource(tx, sourceId);
      const job = await findActiveJob(tx, { subjectId: sourceId, kind: "ingestion" });
      if (job) await cancel(ctx, tx, job);
      await queries.markSourceRemoved(tx, sourceId);
      const restorable = source.liveVersionId !== null;
      const removed = { kind: "source", id: sourceId } as const;
      await planPurge(ctx, tx, { removed, twinId: source.twinId, restorable });
      await ctx.audit(tx, { action: "source.remove", subjectKind: "source", subjectId: sourceId });
      return readSource(source);
    }),
});

/** Undoes a removal while it has not been purged. */
export const restoreSource = useCase({
  permission: "source.write",
  input: SourceRef,
  output: Source,
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => {
      const restored = await queries.markSourceRestored(tx, sourceId);
      if (!restored) throw notFound("source");
      await cancelPurge(tx, { kind: "source", id: sourceId });
      await ctx.audit(tx, { action: "source.restore", subjectKind: "source", subjectId: sourceId });
      return readSource(await requireSource(tx, sourceId));
    }),
});
