import { and, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { verifiedNearMisses } from "../tables/verified-qna.ts";
import { behind, type Position } from "./after.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(verifiedNearMisses);
export type NearMissRow = Omit<typeof verifiedNearMisses.$inferSelect, "tenantId">;

export type NewNearMiss = Pick<
  NearMissRow,
  "twinId" | "verifiedQnaId" | "question" | "phrasing" | "score" | "because"
>;

/** The same question again counts up; of a twin only the newest `kept` stay. */
export async function recordNearMiss(
  tx: TenantTx,
  miss: NewNearMiss,
  { kept }: { kept: number },
): Promise<void> {
  const { phrasing, score, because, twinId } = miss;
  await on(tx)
    .insert(verifiedNearMisses)
    .values(miss)
    .onConflictDoUpdate({
      target: [verifiedNearMisses.verifiedQnaId, verifiedNearMisses.question],
      set: {
        phrasing,
        score,
        because,
        timesAsked: sql`${verifiedNearMisses.timesAsked} + 1`,
        lastAskedAt: sql`now()`,
      },
    });
  const old = on(tx)
    .select({ id: verifiedNearMisses.id })
    .from(verifiedNearMisses)
    .where(eq(verifiedNearMisses.twinId, twinId))
    .orderBy(desc(verifiedNearMisses.lastAskedAt), desc(verifiedNearMisses.id))
    .offset(kept);
  await on(tx).delete(verifiedNearMisses).where(inArray(verifiedNearMisses.id, old));
}

/** Those questions that their verified answer answers now. */
export async function deleteNearMisses(
  tx: TenantTx,
  { verifiedAnswerId, questions }: { verifiedAnswerId: string; questions: readonly string[] },
): Promise<void> {
  await on(tx)
    .delete(verifiedNearMisses)
    .where(
      and(
        eq(verifiedNearMisses.verifiedQnaId, verifiedAnswerId),
        inArray(verifiedNearMisses.question, [...questions]),
      ),
    );
}

export function listNearMisses(
  tx: TenantTx,
  { twinId, verifiedAnswerId, after, limit }: NearMissFilter,
): Promise<NearMissRow[]> {
  return on(tx)
    .select(shown)
    .from(verifiedNearMisses)
    .where(
      and(
        eq(verifiedNearMisses.twinId, twinId),
        verifiedAnswerId ? eq(verifiedNearMisses.verifiedQnaId, verifiedAnswerId) : undefined,
        behind({ time: verifiedNearMisses.lastAskedAt, id: verifiedNearMisses.id }, after),
      ),
    )
    .orderBy(desc(verifiedNearMisses.lastAskedAt), desc(verifiedNearMisses.id))
    .limit(limit);
}

interface NearMissFilter {
  twinId: string;
  verifiedAnswerId?: string;
  after?: Position | null;
  limit: number;
}
