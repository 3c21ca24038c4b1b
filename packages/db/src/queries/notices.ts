import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { NoticeKind } from "../column-values.ts";
import { on } from "../engine/on.ts";
import { newId } from "../new-id.ts";
import type { TenantTx } from "../scope.ts";
import { messages } from "../tables/messages.ts";
import { noticeMails, notices } from "../tables/notices.ts";
import { sources } from "../tables/sources.ts";

export interface Noted {
  twinId: string | null;
  kind: NoticeKind;
  /** Of which it tells: `source.failed` … */
  event: string;
  subjectId: string;
  details: Record<string, unknown>;
}

/** Waits to be told; what waits already is told once. */
export async function insertNotice(tx: TenantTx, noted: Noted): Promise<void> {
  await on(tx).insert(notices).values(noted).onConflictDoNothing();
}

const ATTEMPTS = 6;
/** What comes in crowds is told together. */
const GATHER_SECONDS = 60;

/**
 * A job will tell what waits of this kind, an hour after the last mail of the kind at the earliest, unless one
 * is to do so already.
 */
export async function planNotices(
  tx: TenantTx,
  { kind, twinId }: { kind: NoticeKind; twinId: string | null },
): Promise<void> {
  const dueAt = sql`greatest(now() + make_interval(secs => ${GATHER_SECONDS}),
    (select max(created_at) from notice_mails where kind = ${kind}) + interval '61 minutes')`;
  await insertUnlessQueued(tx, { kind, twinId, dueAt });
}

/** The next one is told on Monday morning (UTC). */
export async function planDigest(tx: TenantTx): Promise<void> {
  const monday = sql`date_trunc('week', now() at time zone 'UTC' - interval '7 hours')`;
  const dueAt = sql`(${monday} + interval '7 days 7 hours') at time zone 'UTC'`;
  await insertUnlessQueued(tx, { kind: "digest", twinId: null, dueAt });
}

async function insertUnlessQueued(
  tx: TenantTx,
  {
    kind,
    twinId,
    dueAt,
  }: { kind: NoticeKind; twinId: string | null; dueAt: ReturnType<typeof sql> },
): Promise<void> {
  await on(tx).execute(sql`
    insert into jobs (id, twin_id, subject_id, kind, status, payload, max_attempts, due_at)
    select ${newId()}::uuid, ${twinId}::uuid, own.id, 'notice', 'queued',
      jsonb_build_object('kind', ${kind}::text), ${ATTEMPTS}, ${dueAt}
    from (select nullif(current_setting('app.tenant_id', true), '')::uuid as id) own
    where not exists (
      select from jobs where subject_id = own.id and kind = 'notice' and status = 'queued'
        and payload ->> 'kind' = ${kind}::text)`);
}

/** All that waits of a kind is this job's to tell, and what it took before. */
export async function takeNotices(
  tx: TenantTx,
  { kind, batchId }: { kind: NoticeKind; batchId: string },
): Promise<(Noted & { createdAt: Date })[]> {
  await on(tx)
    .update(notices)
    .set({ batchId })
    .where(and(eq(notices.kind, kind), isNull(notices.batchId)));
  const { twinId, event, subjectId, details, createdAt } = notices;
  return on(tx)
    .select({ twinId, kind: notices.kind, event, subjectId, details, createdAt })
    .from(notices)
    .where(eq(notices.batchId, batchId))
    .orderBy(asc(createdAt), asc(notices.id));
}

export interface UnansweredQuestion {
  messageId: string;
  conversationId: string;
  question: string;
}

/** What was asked, of answers that were none, while it can still be read. */
export function listQuestionsOf(
  tx: TenantTx,
  messageIds: readonly string[],
): Promise<UnansweredQuestion[]> {
  if (messageIds.length === 0) return Promise.resolve([]);
  const asked = sql`(select q.text from messages q where q.id = ${messages.replyToId})`;
  return on(tx)
    .select({
      messageId: messages.id,
      conversationId: messages.conversationId,
      question: sql<string>`coalesce(${asked}, '')`,
    })
    .from(messages)
    .where(
      and(
        inArray(messages.id, [...messageIds]),
        sql`exists (select from conversations c
          where c.id = ${messages.conversationId} and c.deleted_at is null)`,
      ),
    );
}

export function listTitlesOf(
  tx: TenantTx,
  sourceIds: readonly string[],
): Promise<{ id: string; title: string }[]> {
  if (sourceIds.length === 0) return Promise.resolve([]);
  const { id, title } = sources;
  return on(tx)
    .select({ id, title })
    .from(sources)
    .where(and(inArray(id, [...sourceIds]), isNull(sources.deletedAt)));
}

/** What was told is kept for a while, so that it can be seen why somebody got a mail. */
export async function deleteOldNotices(tx: TenantTx, olderThanDays: number): Promise<void> {
  const old = sql`now() - make_interval(days => ${olderThanDays})`;
  await on(tx).delete(notices).where(sql`${notices.createdAt} < ${old}`);
  await on(tx).delete(noticeMails).where(sql`${noticeMails.createdAt} < ${old}`);
}
