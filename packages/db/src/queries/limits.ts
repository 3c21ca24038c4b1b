import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { LimitPeriod } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { usageCounters, usageQuotas } from "../tables/usage.ts";
import { userEvents } from "../tables/user-events.ts";

/** Null: no limit. */
export interface Limits {
  messagesPerDay: number | null;
  messagesPerMonth: number | null;
  sources: number | null;
  storageBytes: number | null;
}
export type LimitRow = Limits & { subjectId: string };

/** Subjects that stand for every key, and for every visitor, each for itself. */
export const EACH_KEY = "00000000-0000-7000-8000-000000000001";
export const EACH_VISITOR = "00000000-0000-7000-8000-000000000002";

const { messagesPerDay, messagesPerMonth, storageBytes } = usageQuotas;
const limits = { messagesPerDay, messagesPerMonth, sources: usageQuotas.sources, storageBytes };

/** Those of these subjects, or all of the tenant's. */
export function listLimits(tx: TenantTx, subjectIds?: readonly string[]): Promise<LimitRow[]> {
  const { subjectId } = usageQuotas;
  return on(tx)
    .select({ ...limits, subjectId })
    .from(usageQuotas)
    .where(subjectIds && inArray(subjectId, [...subjectIds]));
}

export async function saveLimits(
  tx: TenantTx,
  subjectId: string,
  changes: Partial<Limits>,
): Promise<void> {
  await on(tx)
    .insert(usageQuotas)
    .values({ subjectId, ...changes })
    .onConflictDoUpdate({
      target: [usageQuotas.tenantId, usageQuotas.subjectId],
      set: { ...changes, updatedAt: sql`now()` },
    });
}

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
 * Counts one more question of each, within the day and the month, and says how many there are now. Who
 * counts the same waits for this transaction to end. All lock in one order, by id and the tenant last,
 * whose queue is the longest.
 */
export async function countMessage(
  tx: TenantTx,
  subjectIds: readonly string[],
): Promise<MessageCount[]> {
  const { tenantId, subjectId, period, month, messages } = usageCounters;
  const values = subjectIds.flatMap((subject) =>
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
  const counted = on(tx)
    .select({
      id: sql`unnest(array[${tenantId}, ${twinId}, ${apiKeyId}, ${visitorId}])`.as("id"),
    })
    .from(userEvents)
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

/** From now on nobody else of the tenant adds a source until the transaction ends. */
export async function lockHoldings(tx: TenantTx, tenantId: string): Promise<void> {
  await rowsOf(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`holdings:${tenantId}`}, 0))`,
  );
}

/** Sources that were not removed, and the bytes of all that is kept of them. */
export async function countHoldings(
  tx: TenantTx,
): Promise<{ sources: number; storageBytes: number }> {
  const [row] = await on(tx)
    .select({
      sources: sql<number>`count(distinct ${sources.id})`.mapWith(Number),
      storageBytes: sql<number>`coalesce(sum(${sourceVersions.byteSize}), 0)`.mapWith(Number),
    })
    .from(sources)
    .leftJoin(sourceVersions, eq(sourceVersions.sourceId, sources.id))
    .where(isNull(sources.deletedAt));
  return row!;
}

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

/** What each has asked this month and this day. */
export function listMessageCounts(
  tx: TenantTx,
): Promise<Pick<MessageCount, "subjectId" | "period" | "messages">[]> {
  const { subjectId, period, month, messages } = usageCounters;
  return on(tx)
    .select({ subjectId, period, messages })
    .from(usageCounters)
    .where(sql`${month} = date_trunc(${period}, now(), 'UTC')`);
}
