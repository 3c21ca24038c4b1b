import { lockOpenClusters, markCameBack } from "@understudy/db/queries/question-clusters";
import { mergeClusters, recountCluster } from "@understudy/db/queries/question-members";
import type { JobContext } from "../kernel/job.ts";

interface Join {
  intoId: string;
  fromIds: readonly string[];
  /** What it is called from now on; without it as it was. */
  title?: string;
}

/**
 * Those that somebody decided on meanwhile stay where they are. Joining what was answered tells that it
 * was asked again, and not answered then. Gives how many went.
 */
export function joinClusters(ctx: JobContext, { intoId, fromIds, title }: Join): Promise<number> {
  return ctx.fenced(async (tx) => {
    const open = await lockOpenClusters(tx, [intoId, ...fromIds]);
    const going = fromIds.filter((id) => open.has(id));
    const isIntoOpen = open.has(intoId);
    if (going.length === 0 || (title !== undefined && !isIntoOpen)) return 0;
    await mergeClusters(tx, { fromIds: going, intoId });
    if (!isIntoOpen) await markCameBack(tx, intoId);
    await recountCluster(tx, { clusterId: intoId, ...(title !== undefined && { title }) });
    return going.length;
  });
}
