import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sources } from "../tables/sources.ts";
import { verifiedQna } from "../tables/verified-qna.ts";
import type { VerifiedAnswerRow } from "./verified-answers.ts";

export type VerifiedText = Pick<VerifiedAnswerRow, "id" | "question" | "answer" | "updatedAt">;

/** What all that answers say, a page at a time, behind the id last seen. */
export function listAnswersToCheck(
  tx: TenantTx,
  { twinId, afterId, limit }: { twinId: string; afterId: string | null; limit: number },
): Promise<VerifiedText[]> {
  const { id, question, answer, updatedAt } = verifiedQna;
  return on(tx)
    .select({ id, question, answer, updatedAt })
    .from(verifiedQna)
    .leftJoin(sources, eq(sources.id, verifiedQna.sourceId))
    .where(
      and(
        eq(verifiedQna.twinId, twinId),
        isNull(sources.deletedAt),
        afterId ? gt(id, afterId) : undefined,
      ),
    )
    .orderBy(asc(id))
    .limit(limit);
}
