import { isUniqueViolation } from "@understudy/db/errors";
import * as queries from "@understudy/db/queries/access-groups";
import { bumpContentRevision, lockTwin } from "@understudy/db/queries/twins";
import { bumpVerifiedRevision } from "@understudy/db/queries/verified-answers";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import {
  AccessGroup,
  AccessGroupPage,
  AccessGroupRef,
  CreateAccessGroupInput,
  ListAccessGroupsInput,
  MOST_GROUPS,
  UpdateAccessGroupInput,
} from "./contract.ts";
import { readAccessGroup, readAccessGroups, requireAccessGroup } from "./read-access-group.ts";
import { recordGroup } from "./record-group.ts";

/** A twin has few: all of them, in their order. */
export const listAccessGroups = useCase({
  permission: "accessGroup.read",
  input: ListAccessGroupsInput,
  output: AccessGroupPage,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const rows = await queries.listAccessGroups(tx, twinId);
      return { items: await readAccessGroups(tx, rows), nextCursor: null };
    }),
});

/** Nobody is in it yet, and nothing is for it alone. */
export const createAccessGroup = useCase({
  permission: "accessGroup.write",
  input: CreateAccessGroupInput,
  output: AccessGroup,
  run: async (ctx, values) => {
    try {
      return await ctx.transaction(async (tx) => {
        if (!(await lockTwin(tx, values.twinId))) throw notFound("twin");
        await requireRoom(tx, values.twinId);
        const groupId = await queries.insertAccessGroup(tx, values);
        await recordGroup(ctx, tx, "create", groupId);
        return readAccessGroup(tx, groupId);
      });
    } catch (error) {
      throw asNameTaken(error);
    }
  },
});

async function requireRoom(tx: TenantTx, twinId: string): Promise<void> {
  if ((await queries.listAccessGroups(tx, twinId)).length < MOST_GROUPS) return;
  throw new DomainError(
    "limit_exceeded",
    "accessGroup.too_many",
    `A twin has at most ${MOST_GROUPS} groups.`,
  );
}

export const updateAccessGroup = useCase({
  permission: "accessGroup.write",
  input: UpdateAccessGroupInput,
  output: AccessGroup,
  run: async (ctx, { accessGroupId: groupId, rank, ...changes }) => {
    try {
      return await ctx.transaction(async (tx) => {
        const { twinId } = await requireAccessGroup(tx, groupId);
        await queries.updateAccessGroup(tx, { groupId, changes });
        if (rank !== undefined) await move(tx, { twinId, groupId, rank });
        await recordGroup(ctx, tx, "update", groupId);
        return readAccessGroup(tx, groupId);
      });
    } catch (error) {
      throw asNameTaken(error);
    }
  },
});

async function move(
  tx: TenantTx,
  { twinId, groupId, rank }: { twinId: string; groupId: string; rank: number },
): Promise<void> {
  await lockTwin(tx, twinId);
  const ids = (await queries.listAccessGroups(tx, twinId)).map(({ id }) => id);
  const others = ids.filter((id) => id !== groupId);
  await queries.rankAccessGroups(tx, others.toSpliced(rank - 1, 0, groupId));
}

/** What was for it alone is for nobody then, until its owner says for whom it is. */
export const removeAccessGroup = useCase({
  permission: "accessGroup.write",
  input: AccessGroupRef,
  output: AccessGroup,
  run: (ctx, { accessGroupId: groupId }) =>
    ctx.transaction(async (tx) => {
      const group = await readAccessGroup(tx, groupId);
      await bumpContentRevision(tx, group.twinId);
      await bumpVerifiedRevision(tx, group.twinId);
      await queries.deleteAccessGroup(tx, groupId);
      await recordGroup(ctx, tx, "remove", groupId);
      return group;
    }),
});

function asNameTaken(error: unknown): unknown {
  if (!isUniqueViolation(error, "access_groups_name_unique")) return error;
  return new DomainError("conflict", "accessGroup.name_taken", "Another group has this name.");
}
