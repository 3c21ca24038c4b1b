import { and, asc, eq, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { conversations } from "../tables/conversations.ts";
import { exportFiles } from "../tables/exports.ts";
import { jobLogs } from "../tables/job-logs.ts";
import { jobs } from "../tables/jobs.ts";
import { messages } from "../tables/messages.ts";
import { verifiedNearMisses } from "../tables/verified-qna.ts";
import { visitorSessions, visitors } from "../tables/visitors.ts";

/** What is older than so many days, so many rows at a time. Each gives how many went. */
export interface Outlived {
  twinId: string;
  days: number;
  limit: number;
}

/** Of what a tenant has beside its twins, too. */
type OfAny = Omit<Outlived, "twinId"> & { twinId: string | null };

const before = (column: PgColumn, days: number): SQL =>
  lt(column, sql`now() - make_interval(days => ${days})`);

/** With all that was said in them, and what was noted of it. */
export async function deleteOldConversations(
  tx: TenantTx,
  { twinId, days, limit }: Outlived,
): Promise<number> {
  const { id, updatedAt } = conversations;
  const old = on(tx)
    .select({ id })
    .from(conversations)
    .where(and(eq(conversations.twinId, twinId), before(updatedAt, days)))
    .limit(limit);
  return (await on(tx).delete(conversations).where(inArray(id, old)).returning({ id })).length;
}

/** Questions that were nearly a verified answer's, in the words of those who asked. */
export async function deleteOldNearMisses(
  tx: TenantTx,
  { twinId, days, limit }: Outlived,
): Promise<number> {
  const { id, lastAskedAt } = verifiedNearMisses;
  const old = on(tx)
    .select({ id })
    .from(verifiedNearMisses)
    .where(and(eq(verifiedNearMisses.twinId, twinId), before(lastAskedAt, days)))
    .limit(limit);
  return (await on(tx).delete(verifiedNearMisses).where(inArray(id, old)).returning({ id })).length;
}

const NOBODY = {
  name: null,
  email: null,
  consentText: null,
  consentAt: null,
  verifiedSubject: null,
  verifiedAt: null,
};

/** Who they are; that someone was there stays, as nobody. */
export async function forgetOldVisitors(
  tx: TenantTx,
  { twinId, days, limit }: Outlived,
): Promise<number> {
  const { id, name, email, verifiedSubject, lastSeenAt } = visitors;
  const isSomebody = or(isNotNull(name), isNotNull(email), isNotNull(verifiedSubject));
  const old = on(tx)
    .select({ id })
    .from(visitors)
    .where(and(eq(visitors.twinId, twinId), before(lastSeenAt, days), isSomebody))
    .limit(limit);
  const rows = await on(tx).update(visitors).set(NOBODY).where(inArray(id, old)).returning({ id });
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) {
    await on(tx)
      .update(visitorSessions)
      .set({ verifiedEmail: null, verifiedClaims: null })
      .where(inArray(visitorSessions.visitorId, ids));
  }
  return ids.length;
}

/** How answers were made. */
export async function clearOldTraces(
  tx: TenantTx,
  { twinId, days, limit }: Outlived,
): Promise<number> {
  const { id, createdAt, trace } = messages;
  const old = on(tx)
    .select({ id })
    .from(messages)
    .where(and(eq(messages.twinId, twinId), before(createdAt, days), isNotNull(trace)))
    .orderBy(asc(id))
    .limit(limit);
  const cleared = await on(tx)
    .update(messages)
    .set({ trace: null })
    .where(inArray(id, old))
    .returning({ id });
  return cleared.length;
}

/** Of the tenant's own jobs, or of those of a twin. */
export async function deleteOldJobLogs(
  tx: TenantTx,
  { twinId, days, limit }: OfAny,
): Promise<number> {
  const { id } = jobLogs;
  const isOf = twinId === null ? isNull(jobs.twinId) : eq(jobs.twinId, twinId);
  const old = on(tx)
    .select({ id })
    .from(jobLogs)
    .innerJoin(jobs, eq(jobs.id, jobLogs.jobId))
    .where(and(isOf, isNotNull(jobs.finishedAt), before(jobs.createdAt, days)))
    .limit(limit);
  return (await on(tx).delete(jobLogs).where(inArray(id, old)).returning({ id })).length;
}

/** That something was exported, of the tenant or of a twin; a file that is still there has a purge of its own. */
export async function deleteOldExports(
  tx: TenantTx,
  { twinId, days, limit }: OfAny,
): Promise<number> {
  const { id, createdAt, blobKey, expiresAt } = exportFiles;
  const isOf = twinId === null ? isNull(exportFiles.twinId) : eq(exportFiles.twinId, twinId);
  const isGone = or(isNull(blobKey), lt(expiresAt, sql`now()`));
  const old = on(tx)
    .select({ id })
    .from(exportFiles)
    .where(and(isOf, before(createdAt, days), isGone))
    .limit(limit);
  return (await on(tx).delete(exportFiles).where(inArray(id, old)).returning({ id })).length;
}
