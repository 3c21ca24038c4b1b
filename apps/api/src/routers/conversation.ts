import { getConversation, listConversations } from "@understudy/core/conversation/conversations";
import { query, router } from "../trpc.ts";

export const conversationRouter = router({
  list: query(listConversations),
  get: query(getConversation),
});
