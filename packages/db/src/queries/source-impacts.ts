import { and, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { ownerBeliefs } from "../tables/owner-beliefs.ts";
import { sourceImpacts } from "../tables/source-impacts.ts";
import { sources } from "../tables/sources.ts";
import { verifiedQna } from "../tables/verified-qna.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

export type NewImpact = Pick<
  typeof sourceImpacts.$inferInsert,
  "twinId" | "sourceId" | "syncId" | "verifiedQnaId" | "beliefId" | "before" | "after"
> & { fingerprint: Uint8Array };

/** The same change found again tells nothing new, also when its owner has looked. */
export async function insertImpacts(tx: TenantTx, impacts: readonly NewImpact[]): Promise<void> {
  if (impacts.length === 0) return;
  await on(tx)
    .insert(sourceImpacts)
    .values([...impacts])
    .onConflictDoNothing();
}

const { tenantId: _tenantId, fingerprint: _fingerprint, ...own } = getTableColumns(sourceImpacts);

function selectImpacts(tx: TenantTx) {
  return on(tx)
    .select({
      ...own,
      sourceTitle: sources.title,
      question: verifiedQna.question,
      statement: ownerBeliefs.statement,
    })
    .from(sourceImpacts)
    .innerJoin(sources, eq(sources.id, sourceImpacts.sourceId))
    .leftJoin(verifiedQna, eq(verifiedQna.id, sourceImpacts.verifiedQnaId))
    .leftJoin(ownerBeliefs, eq(ownerBeliefs.id, sourceImpacts.beliefId));
}

export type ImpactRow = Awaited<ReturnType<typeof selectImpacts>>[number];

export interface ImpactFilter {
  twinId: string;
  verifiedAnswerId?: string;
  beliefId?: string;
  syncId?: string;
  /** Only those that nobody has looked at. */
  isOpen?: boolean;
  after: Position | null;
  limit: number;
}

/** Newest first. */
export function listImpacts(tx: TenantTx, filter: ImpactFilter): Promise<ImpactRow[]> {
  const { twinId, verifiedAnswerId, beliefId, syncId, isOpen, after, limit } = filter;
  const { createdAt: time, id } = sourceImpacts;
  return selectImpacts(tx)
    .where(
      and(
        eq(sourceImpacts.twinId, twinId),
        isNull(sources.deletedAt),
        verifiedAnswerId ? eq(sourceImpacts.verifiedQnaId, verifiedAnswerId) : undefined,
        beliefId ? eq(sourceImpacts.beliefId, beliefId) : undefined,
        syncId ? eq(sourceImpacts.syncId, syncId) : undefined,
        isOpen ? isNull(sourceImpacts.lookedAt) : undefined,
        behind({ time, id }, after),
      ),
    )
    .orderBy(desc(time), desc(id))
    .limit(limit);
}

/** Its owner has looked: the warning goes. */
export async function markImpactsLookedAt(
  tx: TenantTx,
  subject: { verifiedAnswerId: string } | { beliefId: string },
): Promise<void> {
  const isAbout =
    "beliefId" in subject
      ? eq(sourceImpacts.beliefId, subject.beliefId)
      : eq(sourceImpacts.verifiedQnaId, subject.verifiedAnswerId);
  await on(tx)
    .update(sourceImpacts)
    .set({ lookedAt: sql`now()` })
    .where(and(isAbout, isNull(sourceImpacts.lookedAt)));
}

/** Answers of the last days that quote what a sync took away. */
export async function countAnswersQuoting(
  tx: TenantTx,
  syncId: string,
  { days }: { days: number },
): Promise<number> {
  const rows = await rowsOf<{ answers: number | string }>(
    tx,
    sql`
      select count(distinct messages.id) as answers
      from source_syncs
      join citations on citations.source_version_id = source_syncs.previous_version_id
      join messages on messages.id = citations.message_id
      where source_syncs.id = ${syncId}::uuid
        and messages.created_at > now() - make_interval(days => ${days}::int)
        and exists (
          select from sync_passages
          where sync_passages.sync_id = source_syncs.id and sync_passages.change = 'removed'
            and position(citations.quote in sync_passages.text) > 0
        )`,
  );
  return Number(one(rows).answers);
}

export interface ChangeRow {
  syncId: string;
  change: "added" | "removed";
  text: string;
}

/** What the syncs of a source changed since a time, of those that took another version's place. */
export function listChangesSince(
  tx: TenantTx,
  { sourceId, since }: { sourceId: string; since: Date | null },
): Promise<ChangeRow[]> {
  return rowsOf<ChangeRow & Record<string, unknown>>(
    tx,
    sql`
      select source_syncs.id as "syncId", sync_passages.change, sync_passages.text
      from source_syncs
      join sync_passages on sync_passages.sync_id = source_syncs.id
      where source_syncs.source_id = ${sourceId}::uuid and source_syncs.status = 'succeeded'
        and (${since?.toISOString() ?? null}::timestamptz is null
          or source_syncs.finished_at >= ${since?.toISOString() ?? null}::timestamptz)
      order by source_syncs.created_at, sync_passages.change, sync_passages.ordinal`,
  );
}
