import {
  countContent,
  listGroupContent,
  replaceGroupContent,
  restrict,
} from "@understudy/db/queries/content-permissions";
import { bumpContentRevision } from "@understudy/db/queries/twins";
import { bumpVerifiedRevision } from "@understudy/db/queries/verified-answers";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { AccessGroup, SetContentInput } from "./contract.ts";
import { readAccessGroup, requireAccessGroup } from "./read-access-group.ts";
import { recordGroup } from "./record-group.ts";

type Given = Omit<z.output<typeof SetContentInput>, "accessGroupId">;

/**
 * What is for a group, and for others that it is opened to, from the next question on. What is taken
 * from it does not become everybody's by that: opened to no group it is for nobody.
 */
export const setContent = useCase({
  permission: "accessGroup.write",
  input: SetContentInput,
  output: AccessGroup,
  run: (ctx, { accessGroupId: groupId, ...given }) =>
    ctx.transaction(async (tx) => {
      const { twinId } = await requireAccessGroup(tx, groupId);
      await bumpContentRevision(tx, twinId);
      await bumpVerifiedRevision(tx, twinId);
      const group = { id: groupId, twinId };
      const sourceIds = await mergeSources(tx, groupId, given);
      const { verifiedAnswerIds } = given;
      if (sourceIds) await open(tx, group, { kind: "source", ids: sourceIds });
      if (verifiedAnswerIds) {
        await open(tx, group, { kind: "verifiedAnswer", ids: [...new Set(verifiedAnswerIds)] });
      }
      await recordGroup(ctx, tx, "setContent", groupId);
      return readAccessGroup(tx, groupId);
    }),
});

/** A belief is a source of its own kind: where only one of both is given, the other stays. */
async function mergeSources(
  tx: TenantTx,
  groupId: string,
  { sourceIds, beliefIds }: Given,
): Promise<string[] | undefined> {
  if (!sourceIds && !beliefIds) return undefined;
  const open = await listGroupContent(tx, [groupId]);
  const kept = (isBelief: boolean) =>
    open.filter((one) => one.kind === "source" && one.isBelief === isBelief).map(({ id }) => id);
  return [...new Set([...(sourceIds ?? kept(false)), ...(beliefIds ?? kept(true))])];
}

async function open(
  tx: TenantTx,
  group: { id: string; twinId: string },
  content: { kind: "source" | "verifiedAnswer"; ids: readonly string[] },
): Promise<void> {
  if ((await countContent(tx, group.twinId, content)) !== content.ids.length) {
    throw notFound(content.kind);
  }
  await restrict(tx, { ...content, isRestricted: true });
  await replaceGroupContent(tx, group, content);
}
