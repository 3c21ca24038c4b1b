import {
  countConversations,
  listConversationFigures,
  listConversations,
  listConversationsBegun,
} from "../queries/list-conversations.ts";
import * as messages from "../queries/messages.ts";
import { hideUserEvents, insertUserEvent } from "../queries/user-events.ts";
import { findVisitorCard } from "../queries/visitors.ts";
import type { TenantTx } from "../scope.ts";

const period = { from: "2020-01-01T00:00:00.000Z", to: "2100-01-01T00:00:00.000Z" };
const page = {
  after: [new Date().toISOString(), "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const,
  limit: 50,
};

/** What the screens of Operate ask, whose plans are to be indexed; `id` names a row of the volume. */
export const hotInOperate: Record<
  string,
  (tx: TenantTx, id: (name: string) => string) => Promise<unknown>
> = {
  listConversations: (tx, id) => listConversations(tx, { ...page, twinId: id("twin_id") }),
  searchConversations: (tx, id) =>
    listConversations(tx, { ...page, twinId: id("twin_id"), search: "rare" }),
  listFlaggedConversations: (tx, id) =>
    listConversations(tx, { ...page, twinId: id("twin_id"), flagged: true, reviewed: false }),
  listUnsupportedConversations: (tx, id) =>
    listConversations(tx, { ...page, twinId: id("twin_id"), outcome: "unsupported", ...period }),
  listConversationsBegun: (tx, id) =>
    listConversationsBegun(tx, { twinId: id("twin_id"), afterId: id("chunk_id"), limit: 50 }),
  countConversations: (tx, id) => countConversations(tx, { twinId: id("twin_id"), most: 501 }),
  listConversationFigures: (tx, id) => listConversationFigures(tx, [id("conversation_id")]),
  listLastMessages: (tx, id) =>
    messages.listLastMessages(tx, { conversationId: id("conversation_id"), limit: 100 }),
  listMessagesOf: (tx, id) =>
    messages.listMessagesOf(tx, {
      conversationIds: [id("conversation_id")],
      after: [id("conversation_id"), id("chunk_id")],
      limit: 500,
    }),
  findVisitorCard: (tx, id) => findVisitorCard(tx, id("visitor_id")),
  hideUserEvents: (tx, id) =>
    hideUserEvents(tx, { conversationId: id("conversation_id"), isHidden: false }),
  feedbackGiven: (tx, id) =>
    insertUserEvent(tx, { kind: "feedback_given", messageId: id("message_id"), rating: "up" }),
};
