import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { NoticeKind } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import type { Role } from "../tables/memberships.ts";
import { noticeMails, noticePreferences } from "../tables/notices.ts";

export interface Reader {
  userId: string;
  role: Role;
  name: string;
  email: string;
  kinds: Partial<Record<NoticeKind, boolean>>;
  stoppedAt: Date | null;
  refusal: string | null;
}

/** Every member, or one, with what they chose to hear of. */
export function listReaders(tx: TenantTx, userId: string | null = null): Promise<Reader[]> {
  return rowsOf<Omit<Reader, "stoppedAt"> & { stoppedAt: Date | string | null }>(
    tx,
    sql`
      select m.user_id as "userId", m.role, people.name, people.email, coalesce(p.kinds, '{}') as kinds,
        p.stopped_at as "stoppedAt", p.refusal
      from memberships m
      join people_of_tenant() people on people.user_id = m.user_id
      left join notice_preferences p on p.user_id = m.user_id and p.tenant_id = m.tenant_id
      where ${userId}::uuid is null or m.user_id = ${userId}::uuid
      order by m.created_at, m.id`,
  ).then((rows) =>
    rows.map((row) => ({ ...row, stoppedAt: row.stoppedAt ? new Date(row.stoppedAt) : null })),
  );
}

/** Of these kinds from now on so; `isAgain`: mail is sent again after too many were refused. */
export async function saveNoticePreferences(
  tx: TenantTx,
  { userId, kinds, isAgain }: Pick<Reader, "userId" | "kinds"> & { isAgain: boolean },
): Promise<void> {
  const anew = { refusedCount: 0, refusal: null, stoppedAt: null };
  await on(tx)
    .insert(noticePreferences)
    .values({ userId, kinds })
    .onConflictDoUpdate({
      target: [noticePreferences.tenantId, noticePreferences.userId],
      set: {
        kinds: sql`${noticePreferences.kinds} || excluded.kinds`,
        updatedAt: sql`now()`,
        ...(isAgain && anew),
      },
    });
}

/** Whether a mail of the kind went out, by another job, within the last hour. */
export async function hasJustMailed(
  tx: TenantTx,
  { kind, batchId }: { kind: NoticeKind; batchId: string },
): Promise<boolean> {
  const isRecent = sql`${noticeMails.createdAt} > now() - interval '1 hour'`;
  const rows = await on(tx)
    .select({ id: noticeMails.id })
    .from(noticeMails)
    .where(and(eq(noticeMails.kind, kind), ne(noticeMails.batchId, batchId), isRecent))
    .limit(1);
  return rows.length > 0;
}

/** One each, however often the job is tried. */
export async function insertNoticeMails(
  tx: TenantTx,
  { kind, batchId, userIds }: { kind: NoticeKind; batchId: string; userIds: readonly string[] },
): Promise<void> {
  if (userIds.length === 0) return;
  const rows = userIds.map((userId) => ({ kind, batchId, userId }));
  await on(tx).insert(noticeMails).values(rows).onConflictDoNothing();
}

/** Those of a job that nothing has become of yet. */
export function listWaitingMails(
  tx: TenantTx,
  batchId: string,
): Promise<{ id: string; userId: string }[]> {
  const { id, userId, createdAt, status } = noticeMails;
  return on(tx)
    .select({ id, userId })
    .from(noticeMails)
    .where(and(eq(noticeMails.batchId, batchId), eq(status, "waiting")))
    .orderBy(asc(createdAt), asc(id));
}

interface Settled {
  mailId: string;
  userId: string;
  /** What the receiving server said; null: it took the mail. */
  refusal: string | null;
  /** Refused so often one after the other, nothing more is sent. */
  stopAfter: number;
}

/** Gives whether no more is sent from now on. */
export async function settleNoticeMail(
  tx: TenantTx,
  { mailId, userId, refusal, stopAfter }: Settled,
): Promise<boolean> {
  const status = refusal === null ? "sent" : "refused";
  await on(tx)
    .update(noticeMails)
    .set({ status, failure: refusal, endedAt: sql`now()` })
    .where(eq(noticeMails.id, mailId));
  const isTheirs = eq(noticePreferences.userId, userId);
  if (refusal === null) {
    const anew = { refusedCount: 0, refusal: null };
    await on(tx).update(noticePreferences).set(anew).where(isTheirs);
    return false;
  }
  const count = sql`${noticePreferences.refusedCount} + 1`;
  const stops = sql`case when ${count} >= ${stopAfter}::int then now() end`;
  const [row] = await on(tx)
    .insert(noticePreferences)
    .values({ userId, refusedCount: 1, refusal })
    .onConflictDoUpdate({
      target: [noticePreferences.tenantId, noticePreferences.userId],
      set: { refusedCount: count, refusal, stoppedAt: stops },
    })
    .returning({ stoppedAt: noticePreferences.stoppedAt });
  return row?.stoppedAt !== null;
}
