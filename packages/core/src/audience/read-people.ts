import { countConversationsOf, type PersonRow } from "@understudy/db/queries/list-visitors";
import { listGroupsOfPeople, listLimitsUsed } from "@understudy/db/queries/visitor-groups";
import type { TenantTx } from "@understudy/db/scope";
import type { AudienceVisitor } from "./contract.ts";

/** People as a list tells of them, in the order given. */
export async function readPeople(
  tx: TenantTx,
  rows: readonly PersonRow[],
): Promise<AudienceVisitor[]> {
  const [first] = rows;
  if (!first) return [];
  const of = { twinId: first.twinId, visitorIds: rows.map(({ id }) => id) };
  const [conversations, groups, limits] = await Promise.all([
    countConversationsOf(tx, of.visitorIds),
    listGroupsOfPeople(tx, of),
    listLimitsUsed(tx, of),
  ]);
  const groupsOf = Map.groupBy(groups, ({ visitorId }) => visitorId);
  const limitsOf = Map.groupBy(limits, ({ visitorId }) => visitorId);
  return rows.map((row) => ({
    ...describe(row),
    groups: (groupsOf.get(row.id) ?? []).map(({ groupId, name, isByName }) => ({
      id: groupId,
      name,
      isByName,
    })),
    figures: {
      conversations: conversations.get(row.id) ?? 0,
      messages: row.questionCount,
      limits: (limitsOf.get(row.id) ?? []).map(({ groupId, group, period, used, most }) => ({
        accessGroupId: groupId,
        accessGroup: group,
        period,
        used,
        most,
      })),
    },
  }));
}

function describe(row: PersonRow): Omit<AudienceVisitor, "groups" | "figures"> {
  return {
    id: row.id,
    twinId: row.twinId,
    name: row.name,
    email: row.email,
    externalId: row.externalId,
    isVerified: row.verifiedAt !== null,
    source: row.source,
    tags: row.tags ?? [],
    isBlocked: row.blockedAt !== null,
    blockedAt: row.blockedAt?.toISOString() ?? null,
    blockedReason: row.blockedReason || null,
    hasConsent: row.consentAt !== null,
    firstSeenAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  };
}
