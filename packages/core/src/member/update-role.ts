import { revokeInvitationsBy } from "@understudy/db/queries/invitations";
import { findMember, lockOwners, updateRole } from "@understudy/db/queries/members";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Member, UpdateRoleInput } from "./contract.ts";
import { lastOwner, requireReach } from "./judge-reach.ts";
import { readMember } from "./members.ts";

/** Counts from the member's next request on. */
export const updateMemberRole = useCase({
  permission: "member.write",
  input: UpdateRoleInput,
  output: Member,
  run: (ctx, { memberId, role }) =>
    ctx.transaction(async (tx) => {
      const owners = await lockOwners(tx);
      const member = await findMember(tx, memberId);
      if (!member) throw notFound("member");
      requireReach(ctx, member.role, role);
      if (member.role === role) return readMember(member, ctx.actor);
      if (member.role === "owner" && owners.length === 1) throw lastOwner();
      const change = { memberId, from: member.role, to: role };
      if (!(await updateRole(tx, change))) throw notFound("member");
      await revokeInvitationsBy(tx, member.userId);
      await ctx.audit(tx, {
        action: "member.updateRole",
        subjectKind: "user",
        subjectId: member.userId,
        details: { from: member.role, to: role },
      });
      return readMember({ ...member, role }, ctx.actor);
    }),
});
