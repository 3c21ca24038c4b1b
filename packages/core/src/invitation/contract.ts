import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { RoleName } from "../member/contract.ts";

export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: RoleName,
  /** Null: they have left since. */
  invitedBy: z.string().nullable(),
  isExpired: z.boolean(),
  expiresAt: Timestamp,
  createdAt: Timestamp,
});
export type Invitation = z.infer<typeof Invitation>;

export const CreateInvitationInput = z.object({
  email: z.email("This is not an e-mail address.").max(254).toLowerCase(),
  role: RoleName,
});

/** `link` holds the token; it is shown this once and kept only as a hash. */
export const CreatedInvitation = Invitation.extend({ link: z.string() });
export const ListInvitationsInput = PageInput;
export const InvitationPage = pageOf(Invitation);
export const InvitationRef = z.object({ invitationId: Id });

export const InvitationToken = z.object({ token: z.string().min(1).max(200) });
export const InvitationPreview = z.object({
  tenantName: z.string(),
  email: z.string(),
  role: RoleName,
  invitedBy: z.string().nullable(),
  expiresAt: Timestamp,
});
export type InvitationPreview = z.infer<typeof InvitationPreview>;

export const AcceptedInvitation = z.object({ tenantId: Id, role: RoleName });
