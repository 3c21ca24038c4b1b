import { saveGroupOverrides } from "@understudy/db/queries/access-groups";
import { useCase } from "../kernel/use-case.ts";
import { AccessGroup, SetOverridesInput } from "./contract.ts";
import { GroupOverrides } from "./overrides.ts";
import { readAccessGroup, requireAccessGroup } from "./read-access-group.ts";
import { recordGroup } from "./record-group.ts";

/** How the draft speaks to a group; visitors hear it once it is published. What is not given stays as it is. */
export const setOverrides = useCase({
  permission: "accessGroup.write",
  input: SetOverridesInput,
  output: AccessGroup,
  run: (ctx, { accessGroupId: groupId, overrides }) =>
    ctx.transaction(async (tx) => {
      const { twinId, overrides: before } = await requireAccessGroup(tx, groupId);
      const merged = GroupOverrides.parse({ ...before, ...overrides });
      await saveGroupOverrides(tx, { id: groupId, twinId }, merged);
      await recordGroup(ctx, tx, "setOverrides", groupId);
      return readAccessGroup(tx, groupId);
    }),
});
