import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { LOWEST_ROLE, PERMISSIONS, ROLES } from "../kernel/permissions.ts";

export { ROLES };
export const RoleName = z.enum(ROLES);
export type RoleName = z.infer<typeof RoleName>;

/** Who may do what, as it is enforced: each right with the lowest role that holds it. */
export const RIGHTS = PERMISSIONS.map((permission) => {
  return { permission, lowestRole: LOWEST_ROLE[permission] };
});

export const Member = z.object({
  id: Id,
  userId: Id,
  name: z.string(),
  email: z.string(),
  role: RoleName,
  /** It is the one who asks. */
  isYou: z.boolean(),
  createdAt: Timestamp,
});
export type Member = z.infer<typeof Member>;

export const ListMembersInput = PageInput;
export const MemberPage = pageOf(Member);
export const UpdateRoleInput = z.object({ memberId: Id, role: RoleName });
export const MemberRef = z.object({ memberId: Id });
