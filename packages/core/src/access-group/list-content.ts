import { listGroupContent } from "@understudy/db/queries/content-permissions";
import { useCase } from "../kernel/use-case.ts";
import { AccessGroupRef, ContentList } from "./contract.ts";
import { requireAccessGroup } from "./read-access-group.ts";

/** What is for a group and not for everybody, by name. */
export const listContent = useCase({
  permission: "accessGroup.read",
  input: AccessGroupRef,
  output: ContentList,
  run: (ctx, { accessGroupId }) =>
    ctx.transaction(async (tx) => {
      await requireAccessGroup(tx, accessGroupId);
      const content = await listGroupContent(tx, [accessGroupId]);
      const items = content.map(({ kind, id, title, isBelief }) => {
        return { kind: isBelief ? ("belief" as const) : kind, id, title };
      });
      return { items };
    }),
});
