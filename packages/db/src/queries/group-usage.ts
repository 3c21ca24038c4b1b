import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { LimitPeriod } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { groupUsage } from "../tables/access-groups.ts";

/** What is counted together: the questions of one, or of a whole group, within a day or a month. */
export interface Counted {
  groupId: string;
  twinId: string;
  subjectId: string;
  period: LimitPeriod;
}

export interface Count extends Counted {
  questionCount: number;
  /** Until the next period begins, by the database's clock. */
  secondsLeft: number;
}

const startOf = (period: LimitPeriod) => sql`date_trunc(${period}::text, now(), 'UTC')`;

/**
 * Counts one more of each, and says how many there are now. Who counts the same waits for this
 * transaction to end; they are locked in the order given, which must be the same for all.
 */
export async function countQuestions(tx: TenantTx, counted: readonly Counted[]): Promise<Count[]> {
  if (counted.length === 0) return [];
  const { groupId, subjectId, period, startsAt, questionCount } = groupUsage;
  const secondsLeft = sql<number>`ceil(extract(epoch from
    ${startsAt} + ('1 ' || ${period})::interval - now()))`.mapWith(Number);
  const values = counted.map((one) => ({
    ...one,
    startsAt: startOf(one.period),
    questionCount: 1,
  }));
  return on(tx)
    .insert(groupUsage)
    .values(values)
    .onConflictDoUpdate({
      target: [groupId, subjectId, period, startsAt],
      set: { questionCount: sql`${questionCount} + 1` },
    })
    .returning({
      groupId,
      twinId: groupUsage.twinId,
      subjectId,
      period,
      questionCount,
      secondsLeft,
    });
}

/** What each of these groups as a whole has asked this month and this day. */
export function listGroupCounts(
  tx: TenantTx,
  groupIds: readonly string[],
): Promise<{ subjectId: string; period: LimitPeriod; messages: number }[]> {
  const { groupId, subjectId, period, startsAt, questionCount } = groupUsage;
  const isWhole = and(inArray(groupId, [...groupIds]), eq(subjectId, groupId));
  return on(tx)
    .select({ subjectId, period, messages: questionCount })
    .from(groupUsage)
    .where(and(isWhole, sql`${startsAt} = date_trunc(${period}, now(), 'UTC')`));
}

/** What was counted before the last month says nothing any more. */
export async function deleteOldUsage(tx: TenantTx, groupId: string): Promise<void> {
  const old = lt(groupUsage.startsAt, sql`now() - interval '62 days'`);
  await on(tx)
    .delete(groupUsage)
    .where(and(eq(groupUsage.groupId, groupId), old));
}
