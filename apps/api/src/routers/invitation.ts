import { createInvitation } from "@understudy/core/invitation/create-invitation";
import { listInvitations, revokeInvitation } from "@understudy/core/invitation/invitations";
import { acceptInvitation, previewInvitation } from "@understudy/core/invitation/take-up";
import { mutation, openMutation, openQuery, query, router } from "../trpc.ts";

export const invitationRouter = router({
  create: mutation(createInvitation),
  list: query(listInvitations),
  revoke: mutation(revokeInvitation),
  preview: openQuery(previewInvitation),
  accept: openMutation(acceptInvitation),
});
