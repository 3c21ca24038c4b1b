import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sources } from "../tables/sources.ts";
import { verifiedQna } from "../tables/verified-qna.ts";
import type { VerifiedAnswerRow } from "./verified-answers.ts";

export type AskableRow = Pick<VerifiedAnswerRow, "id" | "question" | "phrasings" | "sourceId">;

/** How all that answers may be asked for, a page at a time, behind the id last seen. */
export function listAskable(
  tx: TenantTx,
  { twinId, afterId, limit }: { twinId: string; afterId: string | null; limit: number },
): Promise<AskableRow[]> {
  return on(tx)
    .select({
      id: verifiedQna.id,
      question: verifiedQna.question,
      phrasings: verifiedQna.phrasings,
      sourceId: verifiedQna.sourceId,
    })
    .from(verifiedQna)
    .leftJoin(sources, eq(sources.id, verifiedQna.sourceId))
    .where(
      and(
        eq(verifiedQna.twinId, twinId),
        isNull(sources.deletedAt),
        afterId ? gt(verifiedQna.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(verifiedQna.id))
    .limit(limit);
}
