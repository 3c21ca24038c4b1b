import { and, eq, isNull } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { contentPermissions } from "../tables/access-groups.ts";
import { sources } from "../tables/sources.ts";
import { verifiedQna } from "../tables/verified-qna.ts";

/** Of what is not for everybody, by its id: the groups it is open to. */
export type Restrictions = ReadonlyMap<string, ReadonlySet<string>>;

export async function listRestrictedSources(tx: TenantTx, twinId: string): Promise<Restrictions> {
  return gather(
    await on(tx)
      .select({ id: sources.id, groupId: contentPermissions.groupId })
      .from(sources)
      .leftJoin(contentPermissions, eq(contentPermissions.sourceId, sources.id))
      .where(and(eq(sources.twinId, twinId), sources.isRestricted, isNull(sources.deletedAt))),
  );
}

export async function listRestrictedAnswers(tx: TenantTx, twinId: string): Promise<Restrictions> {
  return gather(
    await on(tx)
      .select({ id: verifiedQna.id, groupId: contentPermissions.groupId })
      .from(verifiedQna)
      .leftJoin(contentPermissions, eq(contentPermissions.verifiedQnaId, verifiedQna.id))
      .where(and(eq(verifiedQna.twinId, twinId), verifiedQna.isRestricted)),
  );
}

function gather(rows: readonly { id: string; groupId: string | null }[]): Restrictions {
  const found = new Map<string, Set<string>>();
  for (const { id, groupId } of rows) {
    const groups = found.get(id) ?? new Set();
    if (groupId) groups.add(groupId);
    found.set(id, groups);
  }
  return found;
}
