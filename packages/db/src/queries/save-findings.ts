import { and, eq, inArray, ne, notInArray, or, sql } from "drizzle-orm";
import type { FindingKind } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { contentFindings } from "../tables/content-findings.ts";

type Row = typeof contentFindings.$inferSelect;

export interface NewFinding {
  kind: FindingKind;
  sourceId: string;
  otherSourceId?: string | null;
  verifiedQnaId?: string | null;
  /** Of the words that it is about: with other ones it is another finding. */
  fingerprint: string;
  score?: number | null;
  details: Record<string, unknown>;
}

/** What is there already keeps its status: what was settled stays so while it says the same. Gives those that are new. */
export async function saveFindings(
  tx: TenantTx,
  twinId: string,
  findings: readonly NewFinding[],
): Promise<Pick<Row, "sourceId" | "fingerprint">[]> {
  if (findings.length === 0) return [];
  const { kind, sourceId, otherSourceId, verifiedQnaId, fingerprint } = contentFindings;
  const saved = await on(tx)
    .insert(contentFindings)
    .values(findings.map((finding) => ({ ...finding, twinId })))
    .onConflictDoUpdate({
      target: [contentFindings.twinId, kind, sourceId, otherSourceId, verifiedQnaId, fingerprint],
      set: { details: sql`excluded.details`, score: sql`excluded.score` },
    })
    .returning({ sourceId, fingerprint, isNew: sql<boolean>`(xmax = 0)` });
  return saved.filter(({ isNew }) => isNew);
}

/** Those of a source and some kinds that are no longer found; what was set aside is kept, should it come back. */
export async function dropFindings(
  tx: TenantTx,
  gone: {
    sourceId: string;
    kinds: readonly FindingKind[];
    /** The fingerprints of those that stay; or those that go. */
    except?: readonly string[];
    only?: readonly string[];
  },
): Promise<void> {
  const { sourceId, kinds, except = [], only } = gone;
  await on(tx)
    .delete(contentFindings)
    .where(
      and(
        eq(contentFindings.sourceId, sourceId),
        inArray(contentFindings.kind, [...kinds]),
        ne(contentFindings.status, "dismissed"),
        except.length > 0 ? notInArray(contentFindings.fingerprint, [...except]) : undefined,
        only ? inArray(contentFindings.fingerprint, [...only]) : undefined,
      ),
    );
}

/** The contradictions that a source, or a verified answer, is a side of. */
export function listContradictionsOf(
  tx: TenantTx,
  ownerId: string,
): Promise<Pick<Row, "id" | "details">[]> {
  const { id, kind, details, sourceId, otherSourceId, verifiedQnaId } = contentFindings;
  return on(tx)
    .select({ id, details })
    .from(contentFindings)
    .where(
      and(
        eq(kind, "contradiction"),
        ne(contentFindings.status, "dismissed"),
        or(eq(sourceId, ownerId), eq(otherSourceId, ownerId), eq(verifiedQnaId, ownerId)),
      ),
    );
}

export async function deleteFindings(tx: TenantTx, findingIds: readonly string[]): Promise<void> {
  if (findingIds.length === 0) return;
  await on(tx)
    .delete(contentFindings)
    .where(inArray(contentFindings.id, [...findingIds]));
}
