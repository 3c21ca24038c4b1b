import { countConversations } from "@understudy/db/queries/list-conversations";
import { type NeedProvider, need } from "../need-provider.ts";

/** More than these are told as so many. */
const MOST = 100;

export const conversationNeeds: NeedProvider = async (tx, { twin }) => {
  const disliked = { twinId: twin.id, feedback: "down", reviewed: false } as const;
  return need("not_helpful", { count: await countConversations(tx, { ...disliked, most: MOST }) });
};
