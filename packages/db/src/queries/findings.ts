import { and, desc, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FindingKind, FindingStatus } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { contentFindings } from "../tables/content-findings.ts";
import { sources } from "../tables/sources.ts";
import { verifiedQna } from "../tables/verified-qna.ts";
import { behind, type Position } from "./after.ts";

const { kind, status, twinId: twin, verifiedQnaId, fingerprint } = contentFindings;
const { sourceId: younger, otherSourceId: older } = contentFindings;
const others = alias(sources, "other_source");

export interface Alike {
  sourceId: string;
  /** From 0 to 1. */
  score: number;
}

/**
 * What a source is like by now. One that a person set aside stays so; one that was resolved and is
 * there again is open again. Of two sources, the younger is the one the finding is about.
 */
export async function saveNearDuplicates(
  tx: TenantTx,
  { twinId, sourceId, alike }: { twinId: string; sourceId: string; alike: readonly Alike[] },
): Promise<void> {
  const pairs = alike.map(({ sourceId: otherId, score }) => {
    const [first, second] = [sourceId, otherId].sort() as [string, string];
    return {
      kind: "near_duplicate",
      twinId,
      sourceId: second,
      otherSourceId: first,
      score,
    } as const;
  });
  const partner = sql`case when ${younger} = ${sourceId}::uuid then ${older} else ${younger} end`;
  const gone = notInArray(
    partner,
    alike.map((other) => other.sourceId),
  );
  await on(tx)
    .delete(contentFindings)
    .where(
      and(
        eq(kind, "near_duplicate"),
        or(eq(younger, sourceId), eq(older, sourceId)),
        alike.length > 0 ? gone : undefined,
      ),
    );
  if (pairs.length === 0) return;
  await on(tx)
    .insert(contentFindings)
    .values(pairs)
    .onConflictDoUpdate({
      target: [twin, kind, younger, older, verifiedQnaId, fingerprint],
      set: {
        score: sql`excluded.score`,
        status: sql`case ${status} when 'dismissed' then 'dismissed' else 'open' end`,
        updatedAt: sql`now()`,
      },
    });
}

/** Of sources that have nothing in common with others by now. */
export async function dropNearDuplicates(
  tx: TenantTx,
  sourceIds: readonly string[],
): Promise<void> {
  if (sourceIds.length === 0) return;
  const of = (side: typeof younger | typeof older) => inArray(side, [...sourceIds]);
  await on(tx)
    .delete(contentFindings)
    .where(and(eq(kind, "near_duplicate"), or(of(younger), of(older))));
}

/** With the titles of both sources. */
function selectFindings(tx: TenantTx) {
  return on(tx)
    .select({
      id: contentFindings.id,
      kind,
      status,
      sourceId: younger,
      sourceTitle: sources.title,
      sourceKind: sources.kind,
      otherSourceId: older,
      otherSourceTitle: others.title,
      otherSourceKind: others.kind,
      verifiedAnswerId: verifiedQnaId,
      verifiedQuestion: verifiedQna.question,
      details: contentFindings.details,
      score: contentFindings.score,
      createdAt: contentFindings.createdAt,
    })
    .from(contentFindings)
    .innerJoin(sources, eq(sources.id, younger))
    .leftJoin(others, eq(others.id, older))
    .leftJoin(verifiedQna, eq(verifiedQna.id, verifiedQnaId));
}

export type FindingRow = Awaited<ReturnType<typeof selectFindings>>[number];

/** While all sources that it names are live. */
const isCurrent = and(
  isNull(sources.deletedAt),
  eq(sources.status, "live"),
  or(isNull(older), and(isNull(others.deletedAt), eq(others.status, "live"))),
);

/** Newest first. */
export function listFindings(
  tx: TenantTx,
  filter: {
    twinId: string;
    status?: FindingStatus;
    kinds?: readonly FindingKind[];
    /** On either side. */
    sourceId?: string;
    after?: Position | null;
    limit: number;
  },
): Promise<FindingRow[]> {
  const { twinId, status: wanted, kinds, sourceId, after, limit } = filter;
  const { createdAt: time, id } = contentFindings;
  return selectFindings(tx)
    .where(
      and(
        eq(twin, twinId),
        wanted && eq(status, wanted),
        kinds && inArray(kind, [...kinds]),
        sourceId ? or(eq(younger, sourceId), eq(older, sourceId)) : undefined,
        isCurrent,
        behind({ time, id }, after),
      ),
    )
    .orderBy(desc(time), desc(id))
    .limit(limit);
}

/** How many are open, by kind. */
export async function countFindings(
  tx: TenantTx,
  twinId: string,
): Promise<Map<FindingKind, number>> {
  const rows = await on(tx)
    .select({ kind, count: sql`count(*)`.mapWith(Number) })
    .from(contentFindings)
    .innerJoin(sources, eq(sources.id, younger))
    .leftJoin(others, eq(others.id, older))
    .where(and(eq(twin, twinId), eq(status, "open"), isCurrent))
    .groupBy(kind);
  return new Map(rows.map((row) => [row.kind, row.count]));
}

/** Undefined for one that is absent, not yours, or about what is no longer there. */
export async function findFinding(
  tx: TenantTx,
  findingId: string,
): Promise<FindingRow | undefined> {
  const [row] = await selectFindings(tx).where(and(eq(contentFindings.id, findingId), isCurrent));
  return row;
}

export async function setFindingStatus(
  tx: TenantTx,
  { findingId, status: next }: { findingId: string; status: FindingStatus },
): Promise<void> {
  await on(tx)
    .update(contentFindings)
    .set({ status: next, updatedAt: sql`now()` })
    .where(eq(contentFindings.id, findingId));
}
