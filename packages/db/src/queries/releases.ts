import { and, desc, eq, getTableColumns, isNull, lt, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { releases } from "../tables/releases.ts";
import { twins } from "../tables/twins.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(releases);
export type ReleaseRow = Omit<typeof releases.$inferSelect, "tenantId">;
export type NewRelease = Omit<ReleaseRow, "id" | "number" | "createdAt">;

/** As the twin's next one; the twin has to be locked. */
export async function insertRelease(tx: TenantTx, release: NewRelease): Promise<ReleaseRow> {
  const number = sql<number>`(
    select coalesce(max(number), 0) + 1 from releases where twin_id = ${release.twinId}
  )`;
  return one(
    await on(tx)
      .insert(releases)
      .values({ ...release, number })
      .returning(own),
  );
}

export async function findRelease(
  tx: TenantTx,
  releaseId: string,
): Promise<ReleaseRow | undefined> {
  const [row] = await on(tx)
    .select(own)
    .from(releases)
    .innerJoin(twins, eq(twins.id, releases.twinId))
    .where(and(eq(releases.id, releaseId), isNull(twins.deletedAt)));
  return row;
}

export interface ReleasePage {
  twinId: string;
  /** Newest first, behind the number last seen. */
  beforeNumber: number | null;
  limit: number;
}

export function listReleases(
  tx: TenantTx,
  { twinId, beforeNumber, limit }: ReleasePage,
): Promise<ReleaseRow[]> {
  return on(tx)
    .select(own)
    .from(releases)
    .where(
      and(
        eq(releases.twinId, twinId),
        beforeNumber === null ? undefined : lt(releases.number, beforeNumber),
      ),
    )
    .orderBy(desc(releases.number))
    .limit(limit);
}

/** What visitors get from now on. */
export async function setCurrentRelease(
  tx: TenantTx,
  { twinId, releaseId }: { twinId: string; releaseId: string },
): Promise<void> {
  await on(tx)
    .update(twins)
    .set({ currentReleaseId: releaseId, updatedAt: twins.updatedAt })
    .where(eq(twins.id, twinId));
}
