import type { ConversationRow } from "@understudy/db/queries/conversations";
import type { Conversation } from "./contract.ts";

export function readConversation(row: ConversationRow): Conversation {
  return {
    id: row.id,
    twinId: row.twinId,
    title: row.title,
    channel: row.channel,
    releaseId: row.releaseId,
    accessGroupIds: row.accessGroupIds,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
