import { and, eq, inArray, sql } from "drizzle-orm";
import type { LimitPeriod } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { usageCounters } from "../tables/usage.ts";
import { userEvents } from "../tables/user-events.ts";
import { visitors } from "../tables/visitors.ts";

export interface MessageCount {
  subjectId: string;
  period: LimitPeriod;
  messages: number;
  /** Until the next period begins, by the database's clock. */
  secondsLeft: number;
}

const PERIODS = ["day", "month"] as const;
const startOf = (period: LimitPeriod) => sql`date_trunc(${period}::text, now(), 'UTC')`;

/**
 * Counts one more question of the tenant and of each of the others, within the day and the month, and says
 * how many there are now. Who counts the same waits for this transaction to end. All lock in one order, by
 * id and the tenant last, whose queue is the longest.
 */
export async function countMessage(
  tx: TenantTx,
  counted: { tenantId: string; others: readonly string[] },
): Promise<MessageCount[]> {
  const { tenantId, subjectId, period, month, messages } = usageCounters;
  const values = [...counted.others.toSorted(), counted.tenantId].flatMap((subject) =>
    PERIODS.map((each) => ({
      subjectId: subject,
      period: each,
      month: startOf(each),
      messages: 1,
    })),
  );
  const secondsLeft = sql<number>`ceil(extract(epoch from
    (${month} at time zone 'UTC' + ('1 ' || ${period})::interval) at time zone 'UTC' - now()))`;
  return on(tx)
    .insert(usageCounters)
    .values(values)
    .onConflictDoUpdate({
      target: [tenantId, subjectId, period, month],
      set: { messages: sql`${messages} + 1`, updatedAt: sql`now()` },
    })
    .returning({ subjectId, period, messages, secondsLeft: secondsLeft.mapWith(Number) });
}

/** Takes back what was counted for a question, whose answer failed on our side. */
export async function uncountMessage(
  tx: TenantTx,
  { replyToId, createdAt }: { replyToId: string | null; createdAt: Date },
): Promise<void> {
  if (replyToId === null) return;
  const { subjectId, period, month, messages } = usageCounters;
  const { tenantId, twinId, apiKeyId, visitorId, messageId, kind } = userEvents;
  const person = visitors.mergedIntoId;
  const counted = on(tx)
    .select({
      id: sql`unnest(array[${tenantId}, ${twinId}, ${apiKeyId}, coalesce(${person}, ${visitorId})])`.as(
        "id",
      ),
    })
    .from(userEvents)
    .leftJoin(visitors, eq(visitors.id, visitorId))
    .where(and(eq(messageId, replyToId), eq(kind, "question_asked")));
  const own = and(
    inArray(subjectId, counted),
    sql`${month} = date_trunc(${period}, ${createdAt.toISOString()}::timestamptz, 'UTC')`,
  );
  // In the order in which they are counted: two who lock each other's next row would both be lost.
  await on(tx)
    .select({ subjectId })
    .from(usageCounters)
    .where(own)
    .orderBy(sql`${subjectId} = ${usageCounters.tenantId}`, subjectId, period)
    .for("update");
  await on(tx)
    .update(usageCounters)
    .set({ messages: sql`greatest(${messages} - 1, 0)` })
    .where(own);
}
