import { listMembers } from "@understudy/core/member/members";
import { removeMember } from "@understudy/core/member/remove-member";
import { updateMemberRole } from "@understudy/core/member/update-role";
import { mutation, query, router } from "../trpc.ts";

export const memberRouter = router({
  list: query(listMembers),
  updateRole: mutation(updateMemberRole),
  remove: mutation(removeMember),
});
