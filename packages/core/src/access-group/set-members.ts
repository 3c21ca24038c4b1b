import { countApiKeys } from "@understudy/db/queries/api-keys";
import { type Member, replaceMembers } from "@understudy/db/queries/group-memberships";
import { lockPeople } from "@understudy/db/queries/persons";
import { countShareLinks } from "@understudy/db/queries/share-links";
import { countWidgets } from "@understudy/db/queries/widgets";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";
import { accountOf, useCase } from "../kernel/use-case.ts";
import { AccessGroup, type Members, SetMembersInput } from "./contract.ts";
import { MEMBER_FIELDS, readAccessGroup, requireAccessGroup } from "./read-access-group.ts";
import { recordGroup } from "./record-group.ts";

/** Who is in a group from their next question on; of each kind that is given, these and no others. */
export const setMembers = useCase({
  permission: "accessGroup.write",
  input: SetMembersInput,
  output: AccessGroup,
  run: (ctx, { accessGroupId: groupId, ...given }) => {
    // No key says which keys may see more.
    if (given.apiKeyIds) accountOf(ctx);
    return ctx.transaction(async (tx) => {
      const { twinId } = await requireAccessGroup(tx, groupId);
      await requireWays(tx, twinId, given);
      const members = listMembers(given);
      const kinds = kindsOf(given);
      await replaceMembers(tx, { id: groupId, twinId }, { kinds, members });
      await recordGroup(ctx, tx, "setMembers", groupId, { members: members.length });
      return readAccessGroup(tx, groupId);
    });
  },
});

const KINDS = Object.keys(MEMBER_FIELDS) as Member["kind"][];

function kindsOf(given: Partial<Members>): Member["kind"][] {
  return KINDS.filter((kind) => given[MEMBER_FIELDS[kind]] !== undefined);
}

function listMembers(given: Partial<Members>): Member[] {
  return kindsOf(given).flatMap((kind) =>
    Array.from(new Set(given[MEMBER_FIELDS[kind]]), (value) => ({ kind, value })),
  );
}

/** Each way in must be the twin's, or open it. */
async function requireWays(tx: TenantTx, twinId: string, given: Partial<Members>): Promise<void> {
  const { shareLinkIds = [], widgetIds = [], apiKeyIds = [], visitorIds = [] } = given;
  const isAll = (count: number, ids: readonly string[]) => count === new Set(ids).size;
  if (!isAll(await countShareLinks(tx, twinId, shareLinkIds), shareLinkIds)) {
    throw notFound("shareLink");
  }
  if (!isAll(await countWidgets(tx, twinId, widgetIds), widgetIds)) throw notFound("widget");
  if (!isAll(await countApiKeys(tx, apiKeyIds), apiKeyIds)) throw notFound("apiKey");
  if (!isAll((await lockPeople(tx, { twinId, visitorIds })).length, visitorIds)) {
    throw notFound("visitor");
  }
}
