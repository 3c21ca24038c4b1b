import { findOpenInvitation, takeUpInvitation } from "@understudy/db/queries/invitations";
import { listNames } from "@understudy/db/queries/members";
import { resolveInvitation } from "@understudy/db/queries/resolve";
import { getTenant } from "@understudy/db/queries/tenants";
import { notFound } from "../kernel/domain-error.ts";
import { type Door, doorCase } from "../kernel/door.ts";
import { ratesOfLooking } from "../visitor/visitor-rates.ts";
import { AcceptedInvitation, InvitationPreview, InvitationToken } from "./contract.ts";
import { hashInvitationToken } from "./make-token.ts";

/** What a link leads to, before anyone says who they are. */
export const previewInvitation = doorCase({
  input: InvitationToken,
  output: InvitationPreview,
  run: async (door, { token }) => {
    const { invitationId, tenantId } = await resolve(door, token);
    return door.enter({ kind: "system", tenantId }).transaction(async (tx) => {
      const row = await findOpenInvitation(tx, invitationId);
      if (!row) throw notFound("invitation");
      const tenant = await getTenant(tx);
      const names = await listNames(tx);
      return {
        tenantName: tenant.name,
        email: row.email,
        role: row.role,
        invitedBy: names.get(row.invitedBy) ?? null,
        expiresAt: row.expiresAt.toISOString(),
      };
    });
  },
});

/** The account of the invited address joins, and its session acts in that tenant from now on. */
export const acceptInvitation = doorCase({
  input: InvitationToken,
  output: AcceptedInvitation,
  run: async (door, { token }) => {
    const { sessionId, userId, email } = await door.account();
    const { invitationId, tenantId } = await resolve(door, token);
    const actor = { kind: "user", sessionId, userId, tenantId, role: "viewer" } as const;
    const ctx = door.enter(actor);
    const { role } = await ctx.transaction(async (tx) => {
      const taken = await takeUpInvitation(tx, { invitationId, userId, email });
      if (!taken) throw notFound("invitation");
      await ctx.audit(tx, {
        action: "invitation.accept",
        subjectKind: "invitation",
        subjectId: invitationId,
        details: { role: taken.role },
      });
      return taken;
    });
    await ctx.accounts.enterTenant({ sessionId, userId }, tenantId);
    return { tenantId, role };
  },
});

/** Absent, expired, revoked and taken up all look the same. */
async function resolve(door: Door, token: string) {
  await door.limit(ratesOfLooking(door));
  const found = await door.resolve((tx) => resolveInvitation(tx, hashInvitationToken(token)));
  if (!found) throw notFound("invitation");
  return found;
}
