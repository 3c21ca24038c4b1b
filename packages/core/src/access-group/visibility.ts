import {
  type Content,
  findVisibility,
  replaceGroupsOfContent,
  restrict,
} from "@understudy/db/queries/content-permissions";
import { listGroupsAmong } from "@understudy/db/queries/group-memberships";
import { bumpContentRevision } from "@understudy/db/queries/twins";
import { bumpVerifiedRevision } from "@understudy/db/queries/verified-answers";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { ContentIds, SetVisibilityInput, type Visibility, VisibilityList } from "./contract.ts";

interface Named {
  kind: z.infer<typeof Visibility>["kind"];
  content: Content;
}

/** Who is answered from some sources, beliefs and verified answers. */
export const getVisibility = useCase({
  permission: "accessGroup.read",
  input: ContentIds,
  output: VisibilityList,
  run: (ctx, ids) => ctx.transaction((tx) => readAll(tx, listNamed(ids))),
});

/** For everybody, or for some groups, from the next question on. */
export const setVisibility = useCase({
  permission: "accessGroup.write",
  input: SetVisibilityInput,
  output: VisibilityList,
  run: (ctx, { accessGroupIds, ...ids }) =>
    ctx.transaction(async (tx) => {
      const named = listNamed(ids);
      for (const { content } of named) await openTo(ctx, tx, content, accessGroupIds);
      return readAll(tx, named);
    }),
});

/** Joins the transaction of what it is part of. */
export async function openTo(
  ctx: Context,
  tx: TenantTx,
  content: Content,
  accessGroupIds: readonly string[] | null,
): Promise<void> {
  const { kind, id } = content;
  const { twinId } = await requireContent(tx, content);
  const groupIds = [...new Set(accessGroupIds)];
  await requireGroups(tx, twinId, groupIds);
  await bumpContentRevision(tx, twinId);
  await bumpVerifiedRevision(tx, twinId);
  await restrict(tx, { kind, ids: [id], isRestricted: accessGroupIds !== null });
  await replaceGroupsOfContent(tx, { ...content, twinId }, groupIds);
  const details = { accessGroupIds: accessGroupIds && groupIds };
  const subject = { subjectKind: kind, subjectId: id };
  await ctx.audit(tx, { action: "accessGroup.setVisibility", ...subject, details });
}

/** Each of these must be a group of the twin. */
export async function requireGroups(
  tx: TenantTx,
  twinId: string,
  groupIds: readonly string[],
): Promise<void> {
  const wanted = new Set(groupIds);
  if (wanted.size === 0) return;
  const found = await listGroupsAmong(tx, twinId, [...wanted]);
  if (found.length !== wanted.size) throw notFound("accessGroup");
}

/** A belief is the source that has its id. */
function listNamed({ sourceIds, beliefIds, verifiedAnswerIds }: ContentIds): Named[] {
  const named = (ids: readonly string[], kind: Named["kind"]) =>
    ids.map((id) => {
      const content: Content = { kind: kind === "belief" ? "source" : kind, id };
      return { kind, content };
    });
  return [
    ...named(sourceIds, "source"),
    ...named(beliefIds, "belief"),
    ...named(verifiedAnswerIds, "verifiedAnswer"),
  ];
}

async function requireContent(tx: TenantTx, content: Content) {
  const found = await findVisibility(tx, content);
  if (!found) throw notFound(content.kind);
  return found;
}

async function readAll(
  tx: TenantTx,
  named: readonly Named[],
): Promise<z.infer<typeof VisibilityList>> {
  const items: z.infer<typeof Visibility>[] = [];
  for (const { kind, content } of named) {
    const { groupIds, parentId } = await requireContent(tx, content);
    const parent = parentId && (await findVisibility(tx, { kind: "source", id: parentId }));
    const kept = parent ? parent.groupIds : null;
    const follows = parentId && kept ? { sourceId: parentId, accessGroupIds: kept } : null;
    items.push({ kind, id: content.id, accessGroupIds: groupIds, follows });
  }
  return { items };
}
