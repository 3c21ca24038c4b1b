import {
  and,
  desc,
  eq,
  getTableColumns,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  sql,
} from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sources } from "../tables/sources.ts";
import { twins } from "../tables/twins.ts";
import { verifiedQna, verifiedQnaVersions } from "../tables/verified-qna.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";
import { planRetest } from "./plan-retest.ts";
import { isVerifiedWithin, type Reach } from "./reach.ts";

const { tenantId: _tenantId, questionKey: _questionKey, ...shown } = getTableColumns(verifiedQna);
export type VerifiedAnswerRow = Omit<typeof verifiedQna.$inferSelect, "tenantId" | "questionKey">;

/** What an owner writes. */
export interface VerifiedAnswerText {
  question: string;
  questionKey: string;
  phrasings: string[];
  answer: string;
  reviewBy: Date | null;
}

export interface Editor {
  actorKind: string;
  actorId: string | null;
}

/** With their first versions. A question that the twin has already breaks `verified_qna_question_unique`. */
export async function insertVerifiedAnswers(
  tx: TenantTx,
  { twinId, sourceId, entries, editor }: NewVerifiedAnswers,
): Promise<VerifiedAnswerRow[]> {
  if (entries.length === 0) return [];
  const rows = await on(tx)
    .insert(verifiedQna)
    .values(entries.map((entry) => ({ ...entry, twinId, sourceId })))
    .returning(shown);
  await insertVersions(tx, rows, editor);
  return rows;
}

export interface NewVerifiedAnswers {
  twinId: string;
  sourceId: string | null;
  entries: readonly VerifiedAnswerText[];
  editor: Editor;
}

/** As its next version; undefined when it is gone, or is not at the version that was seen. */
export async function updateVerifiedAnswer(
  tx: TenantTx,
  { verifiedAnswerId, version, changes, editor }: VerifiedAnswerChange,
): Promise<VerifiedAnswerRow | undefined> {
  const [row] = await on(tx)
    .update(verifiedQna)
    .set({ ...changes, version: sql`${verifiedQna.version} + 1` })
    .where(and(eq(verifiedQna.id, verifiedAnswerId), eq(verifiedQna.version, version)))
    .returning(shown);
  if (row) await insertVersions(tx, [row], editor);
  return row;
}

export interface VerifiedAnswerChange {
  verifiedAnswerId: string;
  /** The one that the change was made to. */
  version: number;
  changes: Partial<VerifiedAnswerText> & { sourceId?: string | null };
  editor: Editor;
}

async function insertVersions(
  tx: TenantTx,
  rows: readonly VerifiedAnswerRow[],
  editor: Editor,
): Promise<void> {
  const versions = rows.map(({ id, version, twinId, question, phrasings, answer, reviewBy }) => ({
    ...editor,
    verifiedQnaId: id,
    number: version,
    twinId,
    question,
    phrasings,
    answer,
    reviewBy,
  }));
  await on(tx).insert(verifiedQnaVersions).values(versions);
}

/** Undefined also for one that is not within reach of whoever asks. */
export async function findVerifiedAnswer(
  tx: TenantTx,
  verifiedAnswerId: string,
  reach: Reach | null = null,
): Promise<VerifiedAnswerRow | undefined> {
  const isThere = and(isNull(sources.deletedAt), isNull(twins.deletedAt));
  const [row] = await answering(tx).where(
    and(eq(verifiedQna.id, verifiedAnswerId), isThere, isVerifiedWithin(reach)),
  );
  return row;
}

export function listVerifiedAnswers(
  tx: TenantTx,
  { twinId, search, isReviewDue, after, limit }: VerifiedAnswerFilter,
): Promise<VerifiedAnswerRow[]> {
  const like = search ? `%${search.replace(/[\\%_]/g, "\\$&")}%` : null;
  return answering(tx)
    .where(
      and(
        eq(verifiedQna.twinId, twinId),
        isNull(sources.deletedAt),
        like ? or(ilike(verifiedQna.question, like), ilike(verifiedQna.answer, like)) : undefined,
        isReviewDue ? lte(verifiedQna.reviewBy, sql`now()`) : undefined,
        behind({ time: verifiedQna.createdAt, id: verifiedQna.id }, after),
      ),
    )
    .orderBy(desc(verifiedQna.createdAt), desc(verifiedQna.id))
    .limit(limit);
}

export interface VerifiedAnswerFilter {
  twinId: string;
  search?: string;
  isReviewDue?: boolean;
  after?: Position | null;
  limit: number;
}

/** Without those whose import, or whose twin, was removed. */
function answering(tx: TenantTx) {
  return on(tx)
    .select(shown)
    .from(verifiedQna)
    .innerJoin(twins, eq(twins.id, verifiedQna.twinId))
    .leftJoin(sources, eq(sources.id, verifiedQna.sourceId));
}

/** By their keys. */
export async function findVerifiedAnswersByKey(
  tx: TenantTx,
  { twinId, keys }: QuestionKeys,
): Promise<Map<string, VerifiedAnswerRow>> {
  if (keys.length === 0) return new Map();
  const rows = await on(tx)
    .select({ ...shown, questionKey: verifiedQna.questionKey })
    .from(verifiedQna)
    .where(and(eq(verifiedQna.twinId, twinId), inArray(verifiedQna.questionKey, [...keys])));
  return new Map(rows.map(({ questionKey, ...row }) => [questionKey, row]));
}

interface QuestionKeys {
  twinId: string;
  keys: readonly string[];
}

/** An import that was removed keeps no question to itself. */
export async function releaseQuestions(
  tx: TenantTx,
  { twinId, keys }: QuestionKeys,
): Promise<void> {
  const removed = on(tx)
    .select({ id: sources.id })
    .from(sources)
    .where(and(eq(sources.twinId, twinId), isNotNull(sources.deletedAt)));
  await on(tx)
    .delete(verifiedQna)
    .where(
      and(
        eq(verifiedQna.twinId, twinId),
        inArray(verifiedQna.questionKey, [...keys]),
        inArray(verifiedQna.sourceId, removed),
      ),
    );
}

/** Those of some that are there. */
export async function listExisting(tx: TenantTx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await on(tx)
    .select({ id: verifiedQna.id })
    .from(verifiedQna)
    .where(inArray(verifiedQna.id, [...ids]));
  return rows.map(({ id }) => id);
}

export function countVerifiedAnswers(tx: TenantTx, twinId: string): Promise<number> {
  return on(tx).$count(verifiedQna, eq(verifiedQna.twinId, twinId));
}

/** With its versions and near misses, for good; undefined when it was not there. */
export async function deleteVerifiedAnswer(
  tx: TenantTx,
  verifiedAnswerId: string,
): Promise<VerifiedAnswerRow | undefined> {
  const [row] = await on(tx)
    .delete(verifiedQna)
    .where(eq(verifiedQna.id, verifiedAnswerId))
    .returning(shown);
  return row;
}

/**
 * Tells every process that the twin's verified answers have changed; in the transaction that changes
 * them, before it does, so that those who change them take turns.
 */
export async function bumpVerifiedRevision(tx: TenantTx, twinId: string): Promise<void> {
  one(
    await on(tx)
      .update(twins)
      .set({ verifiedRevision: sql`${twins.verifiedRevision} + 1` })
      .where(eq(twins.id, twinId))
      .returning({ id: twins.id }),
  );
  await planRetest(tx, twinId);
}
