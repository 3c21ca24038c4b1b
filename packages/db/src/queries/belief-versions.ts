import { and, desc, eq, getTableColumns, lt } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { ownerBeliefVersions } from "../tables/owner-beliefs.ts";
import type { Editor } from "./verified-answers.ts";

const { tenantId: _tenantId, twinId: _twinId, ...shown } = getTableColumns(ownerBeliefVersions);
export type BeliefVersionRow = Omit<typeof ownerBeliefVersions.$inferSelect, "tenantId" | "twinId">;

interface Written {
  id: string;
  twinId: string;
  number: number;
  statement: string;
  scope: string | null;
}

export async function insertBeliefVersion(
  tx: TenantTx,
  { id: beliefId, twinId, number, statement, scope }: Written,
  editor: Editor,
): Promise<void> {
  const version = { ...editor, beliefId, twinId, number, statement, scope };
  await on(tx).insert(ownerBeliefVersions).values(version);
}

/** Newest first, behind the number last seen. */
export function listBeliefVersions(
  tx: TenantTx,
  { beliefId, beforeNumber, limit }: VersionPage,
): Promise<BeliefVersionRow[]> {
  return on(tx)
    .select(shown)
    .from(ownerBeliefVersions)
    .where(
      and(
        eq(ownerBeliefVersions.beliefId, beliefId),
        beforeNumber === null ? undefined : lt(ownerBeliefVersions.number, beforeNumber),
      ),
    )
    .orderBy(desc(ownerBeliefVersions.number))
    .limit(limit);
}

interface VersionPage {
  beliefId: string;
  beforeNumber: number | null;
  limit: number;
}
