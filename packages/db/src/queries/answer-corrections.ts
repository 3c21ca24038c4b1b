import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { answerCorrections } from "../tables/answer-corrections.ts";
import { verifiedQna } from "../tables/verified-qna.ts";
import { visitorNotices } from "../tables/visitor-notices.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(answerCorrections);
type Correction = Omit<typeof answerCorrections.$inferSelect, "tenantId">;

/**
 * Makes an answer's next correction the caller's, behind the one that was seen (0: none). Undefined when
 * another came between; of two at once the second waits for the first, and is refused when that stands.
 */
export async function claimCorrection(
  tx: TenantTx,
  {
    messageId,
    twinId,
    seen,
    userId,
  }: { messageId: string; twinId: string; seen: number; userId: string | null },
): Promise<Correction | undefined> {
  const [row] =
    seen === 0
      ? await on(tx)
          .insert(answerCorrections)
          .values({ messageId, twinId, userId, verifiedVersion: 0 })
          .onConflictDoNothing()
          .returning(own)
      : await on(tx)
          .update(answerCorrections)
          .set({ revision: sql`${answerCorrections.revision} + 1`, userId, createdAt: sql`now()` })
          .where(isAt({ messageId, revision: seen }))
          .returning(own);
  return row;
}

const isAt = ({ messageId, revision }: { messageId: string; revision: number }) =>
  and(eq(answerCorrections.messageId, messageId), eq(answerCorrections.revision, revision));

export async function saveCorrection(
  tx: TenantTx,
  correctionId: string,
  became: { verifiedQnaId: string; verifiedVersion: number; qualityTestId: string | null },
): Promise<void> {
  await on(tx).update(answerCorrections).set(became).where(eq(answerCorrections.id, correctionId));
}

/** Takes it away where it is still the one that was seen; with the word to the visitor that has not gone out. */
export async function deleteCorrection(
  tx: TenantTx,
  seen: { messageId: string; revision: number },
): Promise<Correction | undefined> {
  const [row] = await on(tx).delete(answerCorrections).where(isAt(seen)).returning(own);
  return row;
}

/** Of these answers, each with what it says now and what became of telling the visitor. */
export function listCorrections(tx: TenantTx, messageIds: readonly string[]) {
  return on(tx)
    .select({ ...own, answer: verifiedQna.answer, notice: visitorNotices.status })
    .from(answerCorrections)
    .leftJoin(verifiedQna, eq(verifiedQna.id, answerCorrections.verifiedQnaId))
    .leftJoin(visitorNotices, eq(visitorNotices.correctionId, answerCorrections.id))
    .where(inArray(answerCorrections.messageId, [...messageIds]));
}

export type CorrectionRow = Awaited<ReturnType<typeof listCorrections>>[number];
