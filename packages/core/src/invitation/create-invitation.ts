import { insertInvitation, revokeInvitationsTo } from "@understudy/db/queries/invitations";
import { hasMemberWith, listNames } from "@understudy/db/queries/members";
import { DomainError } from "../kernel/domain-error.ts";
import { accountOf, useCase } from "../kernel/use-case.ts";
import { requireReach } from "../member/judge-reach.ts";
import { CreatedInvitation, CreateInvitationInput } from "./contract.ts";
import { readInvitation } from "./invitations.ts";
import { makeInvitationToken } from "./make-token.ts";

const WEEK_SECONDS = 7 * 86_400;

/** Takes the place of what the address was invited by before, so that one link counts. */
export const createInvitation = useCase({
  permission: "member.write",
  input: CreateInvitationInput,
  output: CreatedInvitation,
  run: async (ctx, { email, role }) => {
    requireReach(ctx, role);
    const { userId, tenantId } = accountOf(ctx);
    await ctx.limit([{ of: "invitation", subject: tenantId, burst: 200, perSeconds: 3_600 }]);
    const { token, tokenHash } = makeInvitationToken();
    return ctx.transaction(async (tx) => {
      if (await hasMemberWith(tx, email)) throw alreadyMember();
      await revokeInvitationsTo(tx, email);
      const invited = { email, role, tokenHash, invitedBy: userId, lastsSeconds: WEEK_SECONDS };
      const row = await insertInvitation(tx, invited);
      await ctx.audit(tx, {
        action: "invitation.create",
        subjectKind: "invitation",
        subjectId: row.id,
        details: { role },
      });
      const link = `${ctx.ports.appUrl}/invite/${token}`;
      return { ...readInvitation(row, await listNames(tx)), link };
    });
  },
});

function alreadyMember(): DomainError {
  return new DomainError(
    "conflict",
    "invitation.already_member",
    "Somebody with this address is a member already.",
  );
}
