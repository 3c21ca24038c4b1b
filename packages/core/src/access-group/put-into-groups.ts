import { type MemberWay, replaceGroupsOf } from "@understudy/db/queries/group-memberships";
import type { TenantTx } from "@understudy/db/scope";
import { requireGroups } from "./visibility.ts";

/** Whoever comes by a way in is in these groups of its twin, and in no others by it. */
export async function putIntoGroups(
  tx: TenantTx,
  way: MemberWay,
  { twinId, accessGroupIds }: { twinId: string; accessGroupIds: readonly string[] },
): Promise<void> {
  const groupIds = [...new Set(accessGroupIds)];
  await requireGroups(tx, twinId, groupIds);
  await replaceGroupsOf(
    tx,
    way,
    groupIds.map((id) => ({ id, twinId })),
  );
}
