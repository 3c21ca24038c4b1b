import { revokeInvitationsBy } from "@understudy/db/queries/invitations";
import { deleteMember, findMember, lockOwners } from "@understudy/db/queries/members";
import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { MemberRef } from "./contract.ts";
import { lastOwner, requireReach } from "./judge-reach.ts";

/** Out with the next request, and out of every open stream within seconds. */
export const removeMember = useCase({
  permission: "member.write",
  input: MemberRef,
  output: z.object({ id: z.uuid() }),
  run: (ctx, { memberId }) =>
    ctx.transaction(async (tx) => {
      const owners = await lockOwners(tx);
      const member = await findMember(tx, memberId);
      if (!member) throw notFound("member");
      requireReach(ctx, member.role);
      if (member.role === "owner" && owners.length === 1) throw lastOwner();
      if (!(await deleteMember(tx, { memberId, from: member.role }))) throw notFound("member");
      await revokeInvitationsBy(tx, member.userId);
      await ctx.audit(tx, {
        action: "member.remove",
        subjectKind: "user",
        subjectId: member.userId,
        details: { role: member.role },
      });
      return { id: memberId };
    }),
});
