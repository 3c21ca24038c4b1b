import { and, desc, eq, getTableColumns, ilike, isNull, lt, or, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { ownerBeliefs } from "../tables/owner-beliefs.ts";
import { sources } from "../tables/sources.ts";
import { insertBeliefVersion } from "./belief-versions.ts";
import { one } from "./one.ts";
import type { Editor } from "./verified-answers.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(ownerBeliefs);
const { status, refreshing, isRestricted } = sources;
const shown = { ...own, status, refreshing, isRestricted };
export type BeliefRow = Awaited<ReturnType<typeof selectBeliefs>>[number];

/** What an owner writes. */
export interface BeliefText {
  statement: string;
  scope: string | null;
}

/** With its first version; `id` is that of the source that it answers as. */
export async function insertBelief(
  tx: TenantTx,
  { editor, ...belief }: BeliefText & { id: string; twinId: string; editor: Editor },
): Promise<void> {
  await on(tx).insert(ownerBeliefs).values(belief);
  await insertBeliefVersion(tx, { ...belief, number: 1 }, editor);
}

/** As its next version; false when it is not at the version that was seen. */
export async function updateBelief(
  tx: TenantTx,
  { beliefId, version, changes, editor }: BeliefChange,
): Promise<boolean> {
  const [row] = await on(tx)
    .update(ownerBeliefs)
    .set({ ...changes, version: sql`${ownerBeliefs.version} + 1` })
    .where(and(eq(ownerBeliefs.id, beliefId), eq(ownerBeliefs.version, version)))
    .returning(own);
  if (row) await insertBeliefVersion(tx, { ...row, number: row.version }, editor);
  return row !== undefined;
}

interface BeliefChange {
  beliefId: string;
  /** The one that the change was made to. */
  version: number;
  changes: BeliefText;
  editor: Editor;
}

/** Undefined for one that is absent, removed, or not yours. */
export async function findBelief(tx: TenantTx, beliefId: string): Promise<BeliefRow | undefined> {
  const [row] = await selectBeliefs(tx).where(
    and(eq(ownerBeliefs.id, beliefId), isNull(sources.deletedAt)),
  );
  return row;
}

/** Newest first. */
export function listBeliefs(
  tx: TenantTx,
  { twinId, search, beforeId, limit }: BeliefFilter,
): Promise<BeliefRow[]> {
  const like = search ? `%${search.replace(/[\\%_]/g, "\\$&")}%` : null;
  return selectBeliefs(tx)
    .where(
      and(
        eq(ownerBeliefs.twinId, twinId),
        isNull(sources.deletedAt),
        like ? or(ilike(ownerBeliefs.statement, like), ilike(ownerBeliefs.scope, like)) : undefined,
        beforeId ? lt(ownerBeliefs.id, beforeId) : undefined,
      ),
    )
    .orderBy(desc(ownerBeliefs.id))
    .limit(limit);
}

interface BeliefFilter {
  twinId: string;
  search?: string;
  beforeId: string | null;
  limit: number;
}

function selectBeliefs(tx: TenantTx) {
  return on(tx)
    .select(shown)
    .from(ownerBeliefs)
    .innerJoin(sources, eq(sources.id, ownerBeliefs.id));
}

export async function countBeliefs(tx: TenantTx, twinId: string): Promise<number> {
  const counted = on(tx)
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(ownerBeliefs)
    .innerJoin(sources, eq(sources.id, ownerBeliefs.id))
    .where(and(eq(ownerBeliefs.twinId, twinId), isNull(sources.deletedAt)));
  return one(await counted).count;
}
