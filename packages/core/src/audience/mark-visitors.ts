import type { PersonRow } from "@understudy/db/queries/list-visitors";
import { blockPeople, lockPeople, updatePerson } from "@understudy/db/queries/persons";
import { changeGroupsOfPeople } from "@understudy/db/queries/visitor-groups";
import type { z } from "zod";
import { requireGroups } from "../access-group/visibility.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { recordBlock, tagsOf } from "./change-visitor.ts";
import { AudienceList, MarkInput } from "./contract.ts";
import { readPeople } from "./read-people.ts";

const MOST_TAGS = 20;

/** Tags, groups and blocks for several people, all of it or nothing. */
export const markVisitors = useCase({
  permission: "audience.write",
  input: MarkInput,
  output: AudienceList,
  run: (ctx, { twinId, blocked, reason, ...wanted }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const add = [...new Set(wanted.addAccessGroupIds)];
      const remove = [...new Set(wanted.removeAccessGroupIds)];
      await requireGroups(tx, twinId, [...new Set([...add, ...remove])]);
      const visitorIds = [...new Set(wanted.visitorIds)];
      const rows = await lockPeople(tx, { twinId, visitorIds });
      if (rows.length < visitorIds.length) throw notFound("visitor");
      for (const row of rows) {
        const tags = retagged(row, wanted);
        if (tags) await updatePerson(tx, row.id, { tags: tagsOf(tags) });
      }
      await changeGroupsOfPeople(tx, { twinId, visitorIds, add, remove });
      if (blocked !== undefined) {
        await blockPeople(tx, { visitorIds, reason: blocked ? reason : null });
        for (const visitorId of visitorIds) await recordBlock(ctx, tx, { visitorId, blocked });
      }
      const subject = { subjectKind: "twin", subjectId: twinId };
      await ctx.audit(tx, { action: "audience.mark", ...subject, details: { visitorIds } });
      return { items: await readPeople(tx, await lockPeople(tx, { twinId, visitorIds })) };
    }),
});

/** Null: they stay as they are. */
function retagged(
  row: PersonRow,
  { addTags, removeTags }: Pick<z.output<typeof MarkInput>, "addTags" | "removeTags">,
): string[] | null {
  if (addTags.length === 0 && removeTags.length === 0) return null;
  const kept = (row.tags ?? []).filter((tag) => !removeTags.includes(tag));
  const tags = [...new Set([...kept, ...addTags])];
  if (tags.length <= MOST_TAGS) return tags;
  throw new DomainError("invalid", "audience.too_many_tags", `At most ${MOST_TAGS} tags each.`);
}
