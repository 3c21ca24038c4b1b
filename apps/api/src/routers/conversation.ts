import {
  removeConversation,
  renameConversation,
  restoreConversation,
} from "@understudy/core/conversation/change-conversation";
import { getConversation, listConversations } from "@understudy/core/conversation/conversations";
import { getTrace } from "@understudy/core/conversation/trace/get-trace";
import { mutation, query, router } from "../trpc.ts";

export const conversationRouter = router({
  list: query(listConversations),
  get: query(getConversation),
  trace: query(getTrace),
  rename: mutation(renameConversation),
  remove: mutation(removeConversation),
  restore: mutation(restoreConversation),
});
