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
    case "api_key":
      return { groupIds: await findGroups(tx, actor, twinId), sourceIds: null };
    case "visitor": {
      const { shareLinkId } = actor;
      const [groupIds, sourceIds] = await Promise.all([
        findGroups(tx, actor, twinId),
        shareLinkId === null ? null : findLinkScope(tx, shareLinkId),
      ]);
      return { groupIds, sourceIds };
    }
  }
}

/** Of one twin, those that whoever asks is in; people of the workspace are in none. */
export async function findGroups(tx: TenantTx, actor: Actor, twinId: string): Promise<string[]> {
  switch (actor.kind) {
    case "user":
    case "system":
      return [];
    case "api_key":
      return listGroupsOfWay(tx, twinId, { kind: "key", id: actor.apiKeyId });
    case "visitor":
      return listGroupsOfVisit(tx, actor.visitorSessionId);
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
