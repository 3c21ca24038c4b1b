import type { LimitPeriod } from "@understudy/db/column-values";
import { type GroupLimits, listGroupLimits } from "@understudy/db/queries/access-groups";
import {
  type Count,
  type Counted,
  countQuestions,
  deleteOldUsage,
} from "@understudy/db/queries/group-usage";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError } from "../kernel/domain-error.ts";

interface Bound extends Counted {
  most: number;
}

/**
 * In the transaction that keeps a new question: every limit of every group of whoever asks counts it, or
 * refuses it, and then none has counted it.
 */
export async function countInGroups(
  tx: TenantTx,
  { groupIds, subjectId }: { groupIds: readonly string[]; subjectId: string },
): Promise<void> {
  const limits = await listGroupLimits(tx, groupIds);
  const bounds = limits.flatMap((group) => listBounds(group, subjectId));
  const counts = await countQuestions(
    tx,
    bounds.map(({ most: _, ...counted }) => counted),
  );
  const spent = counts.filter((count) => count.questionCount > mostOf(bounds, count));
  if (spent.length > 0) throw limitSpent(spent);
  const begun = counts.filter(
    ({ questionCount, period }) => questionCount === 1 && period === "day",
  );
  for (const groupId of new Set(begun.map((count) => count.groupId))) {
    await deleteOldUsage(tx, groupId);
  }
}

type GroupBound = GroupLimits & { groupId: string; twinId: string };

/** In one order for everybody, so that nobody waits for somebody who waits for them. */
function listBounds(group: GroupBound, visitorId: string): Bound[] {
  const { groupId, twinId, visitorPerDay, visitorPerMonth, groupPerDay, groupPerMonth } = group;
  const bound = (subjectId: string, period: LimitPeriod, most: number | null): Bound[] =>
    most === null ? [] : [{ groupId, twinId, subjectId, period, most }];
  return [
    ...bound(visitorId, "day", visitorPerDay),
    ...bound(visitorId, "month", visitorPerMonth),
    ...bound(groupId, "day", groupPerDay),
    ...bound(groupId, "month", groupPerMonth),
  ];
}

function mostOf(bounds: readonly Bound[], count: Count): number {
  const same = bounds.find(
    ({ groupId, subjectId, period }) =>
      groupId === count.groupId && subjectId === count.subjectId && period === count.period,
  );
  return same?.most ?? 0;
}

function limitSpent(spent: readonly Count[]): DomainError {
  const last = spent.toSorted((a, b) => b.secondsLeft - a.secondsLeft)[0]!;
  const isOwn = last.subjectId !== last.groupId;
  return new DomainError(
    "limit_exceeded",
    isOwn ? "accessGroup.visitor_limit" : "accessGroup.group_limit",
    isOwn ? "As much has been asked as one may." : "As much has been asked as the group may.",
    { retryAfterSeconds: Math.max(1, last.secondsLeft) },
  );
}
