import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { ClarificationStatus } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { clarifications } from "../tables/clarifications.ts";
import { messages } from "../tables/messages.ts";
import { behind, type Position } from "./after.ts";

const { tenantId: _tenantId, questionKey: _questionKey, ...own } = getTableColumns(clarifications);

export interface Unanswered {
  twinId: string;
  question: string;
  questionKey: string;
  /** The answer that was none. */
  messageId: string;
}

/** The same question again is the same one: it counts up, and opens anew what was thought answered. */
export async function openClarification(tx: TenantTx, asked: Unanswered): Promise<void> {
  const { status, timesAsked, twinId, questionKey } = clarifications;
  await on(tx)
    .insert(clarifications)
    .values(asked)
    .onConflictDoUpdate({
      target: [twinId, questionKey],
      set: {
        timesAsked: sql`${timesAsked} + 1`,
        lastAskedAt: sql`now()`,
        messageId: asked.messageId,
        status: sql`case ${status} when 'dismissed' then 'dismissed' else 'open' end`,
        updatedAt: sql`now()`,
      },
    });
}

function selectClarifications(tx: TenantTx) {
  return on(tx)
    .select({ ...own, conversationId: messages.conversationId })
    .from(clarifications)
    .leftJoin(messages, eq(messages.id, clarifications.messageId));
}

export type ClarificationRow = Awaited<ReturnType<typeof selectClarifications>>[number];

/** The latest asked first. */
export function listClarifications(
  tx: TenantTx,
  filter: { twinId: string; status: ClarificationStatus; after: Position | null; limit: number },
): Promise<ClarificationRow[]> {
  const { lastAskedAt: time, id, twinId, status } = clarifications;
  return selectClarifications(tx)
    .where(
      and(eq(twinId, filter.twinId), eq(status, filter.status), behind({ time, id }, filter.after)),
    )
    .orderBy(desc(time), desc(id))
    .limit(filter.limit);
}

export async function findClarification(
  tx: TenantTx,
  clarificationId: string,
): Promise<ClarificationRow | undefined> {
  const [row] = await selectClarifications(tx).where(eq(clarifications.id, clarificationId));
  return row;
}

export async function settleClarification(
  tx: TenantTx,
  clarificationId: string,
  settled: {
    status: Exclude<ClarificationStatus, "open">;
    verifiedQnaId?: string;
    beliefId?: string;
  },
): Promise<void> {
  await on(tx).update(clarifications).set(settled).where(eq(clarifications.id, clarificationId));
}

const isIn = (clusterId: string) =>
  sql`(${clarifications.twinId}, ${clarifications.questionKey}) in (
    select twin_id, question_key from question_members where cluster_id = ${clusterId})`;

/** Each question of a cluster that was decided on. */
export async function settleClarificationsIn(
  tx: TenantTx,
  clusterId: string,
  settled: Parameters<typeof settleClarification>[2],
): Promise<void> {
  await on(tx)
    .update(clarifications)
    .set(settled)
    .where(and(isIn(clusterId), eq(clarifications.status, "open")));
}

/** What was decided was taken back. */
export async function reopenClarificationsIn(tx: TenantTx, clusterId: string): Promise<void> {
  await on(tx).update(clarifications).set({ status: "open" }).where(isIn(clusterId));
}

/** An answer that was corrected leaves no question open. */
export async function settleClarificationsOf(
  tx: TenantTx,
  { messageId, verifiedQnaId }: { messageId: string; verifiedQnaId: string },
): Promise<void> {
  await on(tx)
    .update(clarifications)
    .set({ status: "answered", verifiedQnaId })
    .where(and(eq(clarifications.messageId, messageId), eq(clarifications.status, "open")));
}
