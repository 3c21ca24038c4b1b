import * as queries from "@understudy/db/queries/invitations";
import { listNames } from "@understudy/db/queries/members";
import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import {
  type Invitation,
  InvitationPage,
  InvitationRef,
  ListInvitationsInput,
} from "./contract.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Those that nobody has taken up yet, newest first. */
export const listInvitations = useCase({
  permission: "member.write",
  input: ListInvitationsInput,
  output: InvitationPage,
  run: (ctx, { cursor, limit }) =>
    ctx.transaction(async (tx) => {
      const after = cursor === undefined ? null : decodeCursor(cursor, Position);
      const rows = await queries.listInvitations(tx, { after, limit: limit + 1 });
      const names = await listNames(tx);
      const position = (row: queries.InvitationRow) => [row.createdAt.toISOString(), row.id];
      return toPage(rows, limit, { read: (row) => readInvitation(row, names), position });
    }),
});

/** Its link opens nothing from now on. */
export const revokeInvitation = useCase({
  permission: "member.write",
  input: InvitationRef,
  output: z.object({ id: z.uuid() }),
  run: (ctx, { invitationId }) =>
    ctx.transaction(async (tx) => {
      const row = await queries.revokeInvitation(tx, invitationId);
      if (!row) throw notFound("invitation");
      await ctx.audit(tx, {
        action: "invitation.revoke",
        subjectKind: "invitation",
        subjectId: row.id,
      });
      return { id: row.id };
    }),
});

export function readInvitation(
  row: queries.InvitationRow,
  names: ReadonlyMap<string, string>,
): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    invitedBy: names.get(row.invitedBy) ?? null,
    isExpired: row.expiresAt.getTime() <= Date.now(),
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}
