import { and, desc, eq, getTableColumns, lt } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { verifiedQnaVersions } from "../tables/verified-qna.ts";

const { tenantId: _tenantId, twinId: _twinId, ...shown } = getTableColumns(verifiedQnaVersions);
export type VerifiedVersionRow = Omit<
  typeof verifiedQnaVersions.$inferSelect,
  "tenantId" | "twinId"
>;

/** Newest first, behind the number last seen. */
export function listVerifiedVersions(
  tx: TenantTx,
  { verifiedAnswerId, beforeNumber, limit }: VersionPage,
): Promise<VerifiedVersionRow[]> {
  return on(tx)
    .select(shown)
    .from(verifiedQnaVersions)
    .where(
      and(
        eq(verifiedQnaVersions.verifiedQnaId, verifiedAnswerId),
        beforeNumber === null ? undefined : lt(verifiedQnaVersions.number, beforeNumber),
      ),
    )
    .orderBy(desc(verifiedQnaVersions.number))
    .limit(limit);
}

interface VersionPage {
  verifiedAnswerId: string;
  beforeNumber: number | null;
  limit: number;
}
