import { markConversation } from "@understudy/db/queries/conversations";
import { useCase } from "../../kernel/use-case.ts";
import { Conversation } from "../contract.ts";
import { requireConversation } from "../conversations.ts";
import { readConversation } from "../read-conversation.ts";
import { ReviewInput, TagInput } from "./contract.ts";

/** These and no others. */
export const tagConversation = useCase({
  permission: "conversation.write",
  input: TagInput,
  output: Conversation,
  run: (ctx, { conversationId, tags }) =>
    ctx.transaction(async (tx) => {
      await requireConversation(tx, conversationId);
      await markConversation(tx, conversationId, {
        tags: tags.length > 0 ? [...new Set(tags)] : null,
      });
      const subject = { subjectKind: "conversation", subjectId: conversationId };
      await ctx.audit(tx, { action: "conversation.tag", ...subject });
      return readConversation(await requireConversation(tx, conversationId));
    }),
});

/** Someone has read it, or wants it looked at again. */
export const reviewConversation = useCase({
  permission: "conversation.write",
  input: ReviewInput,
  output: Conversation,
  run: (ctx, { conversationId, reviewed, flagged }) =>
    ctx.transaction(async (tx) => {
      await requireConversation(tx, conversationId);
      const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
      await markConversation(tx, conversationId, {
        ...(reviewed !== undefined && { reviewed, reviewedBy: reviewed ? userId : null }),
        ...(flagged !== undefined && { isFlagged: flagged }),
      });
      const details = { reviewed: reviewed ?? null, flagged: flagged ?? null };
      const subject = { subjectKind: "conversation", subjectId: conversationId };
      await ctx.audit(tx, { action: "conversation.review", ...subject, details });
      return readConversation(await requireConversation(tx, conversationId));
    }),
});
