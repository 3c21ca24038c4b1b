import { saveGroupLimits } from "@understudy/db/queries/access-groups";
import { useCase } from "../kernel/use-case.ts";
import { AccessGroup, SetLimitsInput } from "./contract.ts";
import { readAccessGroup, requireAccessGroup } from "./read-access-group.ts";
import { recordGroup } from "./record-group.ts";

/** How much a group may ask; each limit counts from when it is set. */
export const setLimits = useCase({
  permission: "accessGroup.write",
  input: SetLimitsInput,
  output: AccessGroup,
  run: (ctx, { accessGroupId: groupId, ...changes }) =>
    ctx.transaction(async (tx) => {
      const { twinId } = await requireAccessGroup(tx, groupId);
      await saveGroupLimits(tx, { id: groupId, twinId }, changes);
      await recordGroup(ctx, tx, "setLimits", groupId);
      return readAccessGroup(tx, groupId);
    }),
});
