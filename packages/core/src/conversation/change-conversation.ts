import * as queries from "@understudy/db/queries/conversations";
import { hideUserEvents } from "@understudy/db/queries/user-events";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { cancelPurge, planPurge } from "../retention/plan-purge.ts";
import { Conversation, ConversationRef, RenameConversationInput } from "./contract.ts";
import { requireConversation } from "./conversations.ts";
import { readConversation } from "./read-conversation.ts";

export const renameConversation = useCase({
  permission: "conversation.write",
  input: RenameConversationInput,
  output: Conversation,
  run: (ctx, { conversationId, title }) =>
    ctx.transaction(async (tx) => {
      await requireConversation(tx, conversationId);
      await queries.renameConversation(tx, { conversationId, title });
      return readConversation(await requireConversation(tx, conversationId));
    }),
});

export const removeConversation = useCase({
  permission: "conversation.write",
  input: ConversationRef,
  output: Conversation,
  run: (ctx, { conversationId: id }) =>
    ctx.transaction(async (tx) => {
      const conversation = await requireConversation(tx, id);
      await queries.markConversationRemoved(tx, id);
      await hideUserEvents(tx, { conversationId: id, isHidden: true });
      const removed = { kind: "conversation", id } as const;
      await planPurge(ctx, tx, { removed, twinId: conversation.twinId, restorable: true });
      await ctx.audit(tx, {
        action: "conversation.remove",
        subjectKind: "conversation",
        subjectId: id,
      });
      return readConversation(conversation);
    }),
});

/** Undoes a removal while it has not been purged. */
export const restoreConversation = useCase({
  permission: "conversation.write",
  input: ConversationRef,
  output: Conversation,
  run: (ctx, { conversationId: id }) =>
    ctx.transaction(async (tx) => {
      if (!(await queries.markConversationRestored(tx, id))) throw notFound("conversation");
      await hideUserEvents(tx, { conversationId: id, isHidden: false });
      await cancelPurge(tx, { kind: "conversation", id });
      await ctx.audit(tx, {
        action: "conversation.restore",
        subjectKind: "conversation",
        subjectId: id,
      });
      return readConversation(await requireConversation(tx, id));
    }),
});
