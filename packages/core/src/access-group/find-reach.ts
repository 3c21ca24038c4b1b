import {
  listGroupsAmong,
  listGroupsOfVisit,
  listGroupsOfWay,
} from "@understudy/db/queries/group-memberships";
import type { Reach } from "@understudy/db/queries/reach";
import { findLinkScope } from "@understudy/db/queries/share-links";
import type { TenantTx } from "@understudy/db/scope";
import type { Actor } from "../kernel/actor.ts";

/**
 * What someone may be answered from, as their credential and the groups stand now; null, for people of
 * the workspace and for its own work: everything. Groups come in the order in which they have a say.
 */
export async function findReach(tx: TenantTx, actor: Actor, twinId: string): Promise<Reach | null> {
  switch (actor.kind) {
    case "user":
    case "system":
      return null;
    case "api_key": {
      const groupIds = await listGroupsOfWay(tx, twinId, { kind: "key", id: actor.apiKeyId });
      return { groupIds, sourceIds: null };
    }
    case "visitor": {
      const { visitorSessionId, shareLinkId } = actor;
      const [groupIds, sourceIds] = await Promise.all([
        listGroupsOfVisit(tx, visitorSessionId),
        shareLinkId === null ? null : findLinkScope(tx, shareLinkId),
      ]);
      return { groupIds, sourceIds };
    }
  }
}

/** As `findReach`, but that people of the workspace may look as someone in these groups, or in none. */
export async function findReachAs(
  tx: TenantTx,
  actor: Actor,
  {
    twinId,
    accessGroupIds,
  }: { twinId: string; accessGroupIds?: readonly string[] | null | undefined },
): Promise<Reach | null> {
  if (actor.kind !== "user" || !accessGroupIds) return findReach(tx, actor, twinId);
  return { groupIds: await listGroupsAmong(tx, twinId, accessGroupIds), sourceIds: null };
}
