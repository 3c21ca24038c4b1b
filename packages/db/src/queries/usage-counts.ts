import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { LimitPeriod } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { usageCounters } from "../tables/usage.ts";

export interface DayCount {
  day: string;
  messages: number;
  tokens: number;
}

/** Of one subject, its days of the last month with something in them, the oldest first. */
export async function listDays(tx: TenantTx, subject: string): Promise<DayCount[]> {
  const { subjectId, period, month, messages, tokens } = usageCounters;
  return on(tx)
    .select({
      day: sql<string>`to_char(${month} at time zone 'UTC', 'YYYY-MM-DD')`,
      messages,
      tokens,
    })
    .from(usageCounters)
    .where(
      and(eq(subjectId, subject), eq(period, "day"), sql`${month} > now() - interval '31 days'`),
    )
    .orderBy(asc(month));
}

export interface MessagesOf {
  subjectId: string;
  period: LimitPeriod;
  messages: number;
}

/** What each of these has asked this month and this day. */
export function listMessageCounts(
  tx: TenantTx,
  subjectIds: readonly string[],
): Promise<MessagesOf[]> {
  const { subjectId, period, month, messages } = usageCounters;
  return on(tx)
    .select({ subjectId, period, messages })
    .from(usageCounters)
    .where(
      and(inArray(subjectId, [...subjectIds]), sql`${month} = date_trunc(${period}, now(), 'UTC')`),
    );
}
