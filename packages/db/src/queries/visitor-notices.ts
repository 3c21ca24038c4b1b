import { and, asc, eq, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { answerCorrections } from "../tables/answer-corrections.ts";
import { questionClusters } from "../tables/question-clusters.ts";
import { twins } from "../tables/twins.ts";
import { verifiedQna } from "../tables/verified-qna.ts";
import { unwantedMail, visitorNotices } from "../tables/visitor-notices.ts";
import { visitors } from "../tables/visitors.ts";
import { uuidArray } from "./reach.ts";

/** Waits to be sent, again where an earlier correction was told already. */
export async function saveNotice(
  tx: TenantTx,
  notice: { twinId: string; visitorId: string; correctionId: string },
): Promise<void> {
  await on(tx)
    .insert(visitorNotices)
    .values(notice)
    .onConflictDoUpdate({
      target: [visitorNotices.correctionId, visitorNotices.visitorId],
      set: { status: "waiting", sentAt: null, failure: null },
    });
}

export interface Tellable {
  clusterId: string;
  /** Those who may be given the answer; null: everybody. */
  groupIds: readonly string[] | null;
}

/** How many of those who asked agreed to hear, and said where. */
export async function countTellable(tx: TenantTx, tellable: Tellable): Promise<number> {
  const [row] = await rowsOf<{ people: number }>(
    tx,
    sql`select count(*)::int as people from (${selectTellable(tellable)}) t`,
  );
  return row!.people;
}

/** Each of them is told once. Gives the ids of what waits to be sent. */
export async function saveClusterNotices(
  tx: TenantTx,
  { twinId, ...tellable }: Tellable & { twinId: string },
): Promise<string[]> {
  const { clusterId } = tellable;
  const people = await rowsOf<{ visitor_id: string }>(tx, selectTellable(tellable));
  if (people.length === 0) return [];
  const rows = await on(tx)
    .insert(visitorNotices)
    .values(people.map(({ visitor_id: visitorId }) => ({ twinId, clusterId, visitorId })))
    .onConflictDoNothing()
    .returning({ id: visitorNotices.id });
  return rows.map(({ id }) => id);
}

/** One of each address that agreed, is not blocked, wants to be written to and was not told yet. */
function selectTellable({ clusterId, groupIds }: Tellable): SQL {
  const isWithin = groupIds ? sql`and c.access_group_ids && ${uuidArray(groupIds)}` : sql``;
  return sql`
    select distinct on (lower(v.email)) v.id as visitor_id
    from question_members m
    join conversations c on c.id = m.conversation_id and c.deleted_at is null ${isWithin}
    join visitors v on v.id = m.visitor_id
    where m.cluster_id = ${clusterId} and v.email is not null and v.consent_at is not null
      and v.blocked_at is null
      and not exists (select from unwanted_mail u
        where u.twin_id = v.twin_id and u.address_hash = ${hashOf(sql`v.email`)})
      and not exists (select from visitor_notices n join visitors told on told.id = n.visitor_id
        where n.cluster_id = m.cluster_id and lower(told.email) = lower(v.email))
    order by lower(v.email), v.id`;
}

/** Of which all are told together. */
export type NoticeSubject = { correctionId: string } | { clusterId: string };

const isAbout = (subject: NoticeSubject) =>
  "clusterId" in subject
    ? eq(visitorNotices.clusterId, subject.clusterId)
    : eq(visitorNotices.correctionId, subject.correctionId);

/** What waits to be sent, with what it says; the answer is the one that the owner vouches for now. */
export function listWaitingNotices(tx: TenantTx, subject: NoticeSubject, limit: number) {
  const answeredBy = sql`coalesce(${answerCorrections.verifiedQnaId}, ${questionClusters.verifiedQnaId})`;
  const isUnwanted = sql<boolean>`exists (select from unwanted_mail u
    where u.twin_id = ${visitors.twinId} and u.address_hash = ${hashOf(sql`${visitors.email}`)})`;
  return on(tx)
    .select({
      id: visitorNotices.id,
      twinId: visitorNotices.twinId,
      twinName: twins.name,
      email: visitors.email,
      canBeTold: sql<boolean>`${visitors.consentAt} is not null and ${visitors.blockedAt} is null`,
      isUnwanted,
      question: verifiedQna.question,
      answer: verifiedQna.answer,
      isCorrection: sql<boolean>`${visitorNotices.correctionId} is not null`,
    })
    .from(visitorNotices)
    .innerJoin(visitors, eq(visitors.id, visitorNotices.visitorId))
    .innerJoin(twins, and(eq(twins.id, visitorNotices.twinId), isNull(twins.deletedAt)))
    .leftJoin(answerCorrections, eq(answerCorrections.id, visitorNotices.correctionId))
    .leftJoin(questionClusters, eq(questionClusters.id, visitorNotices.clusterId))
    .leftJoin(verifiedQna, eq(verifiedQna.id, answeredBy))
    .where(and(isAbout(subject), eq(visitorNotices.status, "waiting")))
    .orderBy(asc(visitorNotices.id))
    .limit(limit);
}

export type WaitingNotice = Awaited<ReturnType<typeof listWaitingNotices>>[number];

export async function settleNotice(
  tx: TenantTx,
  {
    noticeId,
    status,
    failure,
  }: { noticeId: string; status: "sent" | "failed" | "unwanted"; failure: string | null },
): Promise<void> {
  await on(tx)
    .update(visitorNotices)
    .set({ status, failure, sentAt: status === "sent" ? sql`now()` : null })
    .where(eq(visitorNotices.id, noticeId));
}

/** What no other attempt would change. */
const FINAL_FAILURES = ["mail.refused", "answer.gone"];

/** Those that failed with their job wait again with it. */
export async function awaitFailedNotices(tx: TenantTx, subject: NoticeSubject): Promise<void> {
  const { status, failure } = visitorNotices;
  await on(tx)
    .update(visitorNotices)
    .set({ status: "waiting", failure: null })
    .where(and(isAbout(subject), eq(status, "failed"), notInArray(failure, FINAL_FAILURES)));
}

export type StrandedNotices = { twinId: string; subject: NoticeSubject };

/** Of what waits, the subjects that no job is at. */
export async function listStrandedNotices(tx: TenantTx, limit: number): Promise<StrandedNotices[]> {
  const rows = await rowsOf<{
    twinId: string;
    clusterId: string | null;
    correctionId: string | null;
  }>(
    tx,
    sql`
      select distinct n.twin_id as "twinId", n.cluster_id as "clusterId", n.correction_id as "correctionId"
      from visitor_notices n where n.status = 'waiting' and not exists (
        select from jobs j where j.subject_id = coalesce(n.cluster_id, n.correction_id)
          and j.kind = 'follow_up' and j.status in ('queued', 'running'))
      limit ${limit}`,
  );
  return rows.map(({ twinId, clusterId, correctionId }) => ({
    twinId,
    subject: clusterId ? { clusterId } : { correctionId: correctionId! },
  }));
}

/** None of these is tried again until their job is. */
export async function failWaitingNotices(
  tx: TenantTx,
  subject: NoticeSubject,
  failure: string,
): Promise<void> {
  await on(tx)
    .update(visitorNotices)
    .set({ status: "failed", failure })
    .where(and(isAbout(subject), eq(visitorNotices.status, "waiting")));
}

/** What has not gone out is not sent. */
export async function dropWaitingNotices(tx: TenantTx, subject: NoticeSubject): Promise<void> {
  await on(tx)
    .delete(visitorNotices)
    .where(and(isAbout(subject), eq(visitorNotices.status, "waiting")));
}

/** What became of telling those who asked. */
export async function countNotices(
  tx: TenantTx,
  clusterId: string,
): Promise<Record<"waiting" | "sent" | "failed" | "unwanted", number>> {
  const rows = await on(tx)
    .select({ status: visitorNotices.status, count: sql<number>`count(*)::int` })
    .from(visitorNotices)
    .where(eq(visitorNotices.clusterId, clusterId))
    .groupBy(visitorNotices.status);
  const counts = { waiting: 0, sent: 0, failed: 0, unwanted: 0 };
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}

/** This twin does not write there again. */
export async function saveUnwanted(
  tx: TenantTx,
  { twinId, email }: { twinId: string; email: string },
): Promise<void> {
  await on(tx)
    .insert(unwantedMail)
    .values({ twinId, addressHash: hashOf(sql`${email}::text`) })
    .onConflictDoNothing();
}

export async function isUnwanted(
  tx: TenantTx,
  { twinId, email }: { twinId: string; email: string },
): Promise<boolean> {
  const isTheirs = eq(unwantedMail.addressHash, hashOf(sql`${email}::text`));
  return (await on(tx).$count(unwantedMail, and(eq(unwantedMail.twinId, twinId), isTheirs))) > 0;
}

const hashOf = (email: SQL): SQL => sql`sha256(convert_to(lower(${email}), 'UTF8'))`;
