import * as queries from "@understudy/db/queries/members";
import { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { ListMembersInput, type Member, MemberPage } from "./contract.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Who works in this tenant, newest first. */
export const listMembers = useCase({
  permission: "member.read",
  input: ListMembersInput,
  output: MemberPage,
  run: async (ctx, { cursor, limit }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction((tx) =>
      queries.listMembers(tx, { after, limit: limit + 1 }),
    );
    const position = (row: queries.MemberRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: (row) => readMember(row, ctx.actor), position });
  },
});

export function readMember(row: queries.MemberRow, actor: Actor): Member {
  const isYou = actor.kind === "user" && actor.userId === row.userId;
  return { ...row, isYou, createdAt: row.createdAt.toISOString() };
}
