import type { ClusterRow } from "@understudy/db/queries/question-clusters";
import { saveClusterNotices } from "@understudy/db/queries/visitor-notices";
import type { TenantTx } from "@understudy/db/scope";
import { planFollowUp } from "../follow-up/plan-follow-up.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";

/** Joins the transaction of the answer: each of those who may be given it and agreed to hear is told once. Gives how many. */
export async function tellAskers(
  ctx: Context,
  tx: TenantTx,
  { id: clusterId, twinId }: ClusterRow,
  groupIds: readonly string[] | null,
): Promise<number> {
  if (!ctx.ports.mail) throw mailIsOff();
  const noticeIds = await saveClusterNotices(tx, { twinId, clusterId, groupIds });
  if (noticeIds.length > 0) await planFollowUp(ctx, tx, { twinId, subject: { clusterId } });
  return noticeIds.length;
}

function mailIsOff(): DomainError {
  return new DomainError("unavailable", "mail.off", "This instance has no server for mail.");
}
