import { listAccessGroups } from "@understudy/db/queries/access-groups";
import { blockPeople, updatePerson } from "@understudy/db/queries/persons";
import { changeGroupsOfPeople } from "@understudy/db/queries/visitor-groups";
import type { TenantTx } from "@understudy/db/scope";
import { requireGroups } from "../access-group/visibility.ts";
import type { Context } from "../kernel/context.ts";
import { useCase } from "../kernel/use-case.ts";
import { AudienceProfile, BlockInput, UpdateVisitorInput } from "./contract.ts";
import { readProfile, requirePerson } from "./get-visitor.ts";

/** What the owner's people call someone, note of them, and let them into by name. */
export const updateVisitor = useCase({
  permission: "audience.write",
  input: UpdateVisitorInput,
  output: AudienceProfile,
  run: (ctx, { visitorId, accessGroupIds, tags, name, note }) =>
    ctx.transaction(async (tx) => {
      const person = await requirePerson(tx, visitorId);
      await updatePerson(tx, person.id, {
        ...(name !== undefined && { name: name || null }),
        ...(note !== undefined && { note }),
        ...(tags !== undefined && { tags: tagsOf(tags) }),
      });
      if (accessGroupIds) await setGroups(tx, person, accessGroupIds);
      const fields = Object.entries({ name, tags, note, accessGroupIds });
      const changed = fields.filter(([, value]) => value !== undefined).map(([field]) => field);
      const subject = { subjectKind: "visitor", subjectId: person.id };
      await ctx.audit(tx, { action: "audience.update", ...subject, details: { changed } });
      return readProfile(tx, person.id);
    }),
});

export const tagsOf = (tags: readonly string[]) => (tags.length > 0 ? [...new Set(tags)] : null);

async function setGroups(
  tx: TenantTx,
  { id, twinId }: { id: string; twinId: string },
  accessGroupIds: readonly string[],
): Promise<void> {
  const add = [...new Set(accessGroupIds)];
  await requireGroups(tx, twinId, add);
  const all = (await listAccessGroups(tx, twinId)).map((group) => group.id);
  const remove = all.filter((groupId) => !add.includes(groupId));
  await changeGroupsOfPeople(tx, { twinId, visitorIds: [id], add, remove });
}

/** At every door from now on, in every browser of theirs; or lets them in again. */
export const blockVisitor = useCase({
  permission: "audience.write",
  input: BlockInput,
  output: AudienceProfile,
  run: (ctx, { visitorId, blocked, reason }) =>
    ctx.transaction(async (tx) => {
      const person = await requirePerson(tx, visitorId);
      await blockPeople(tx, { visitorIds: [person.id], reason: blocked ? reason : null });
      await recordBlock(ctx, tx, { visitorId: person.id, blocked });
      return readProfile(tx, person.id);
    }),
});

export async function recordBlock(
  ctx: Context,
  tx: TenantTx,
  { visitorId, blocked }: { visitorId: string; blocked: boolean },
): Promise<void> {
  const action = blocked ? "audience.block" : "audience.unblock";
  await ctx.audit(tx, { action, subjectKind: "visitor", subjectId: visitorId });
}
