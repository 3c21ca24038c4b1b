import { insertAuditEvent } from "@understudy/db/queries/audit-events";
import { findOpenInvitation, takeUpInvitation } from "@understudy/db/queries/invitations";
import { resolveInvitation } from "@understudy/db/queries/resolve";
import { type AuthTx, asTenant } from "@understudy/db/scope";
import { APIError } from "better-auth/api";
import { hashToken } from "./hash-token.ts";

export interface Invited {
  token: string;
  email: string;
}

/** Whether the token lets this address in now; it is asked before any account is looked for. */
export async function isInvited(tx: AuthTx, { token, email }: Invited): Promise<boolean> {
  const resolved = await resolveInvitation(tx, hashToken(token));
  if (!resolved) return false;
  const { invitationId, tenantId } = resolved;
  const row = await asTenant(tx, tenantId, (inside) => findOpenInvitation(inside, invitationId));
  return row?.email === email.toLowerCase();
}

/** A new account joins where it was invited to, in the transaction that makes it. */
export async function joinByInvitation(
  tx: AuthTx,
  { token, email, userId }: Invited & { userId: string },
): Promise<void> {
  const resolved = await resolveInvitation(tx, hashToken(token));
  if (!resolved) throw invitationNotFound();
  const { invitationId, tenantId } = resolved;
  await asTenant(tx, tenantId, async (inside) => {
    const taken = await takeUpInvitation(inside, { invitationId, userId, email });
    if (!taken) throw invitationNotFound();
    await insertAuditEvent(inside, {
      action: "invitation.accept",
      actorKind: "user",
      actorId: userId,
      subjectKind: "invitation",
      subjectId: invitationId,
      outcome: "allowed",
      details: { role: taken.role },
    });
  });
}

/** The same for one that is absent, expired, revoked, taken up or another's. */
export function invitationNotFound(): APIError {
  return new APIError("NOT_FOUND", {
    code: "INVITATION_NOT_FOUND",
    reason: "invitation.not_found",
    message: "There is no such invitation.",
  });
}
