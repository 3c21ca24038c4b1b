import { listCosts, listLatencies } from "../queries/answer-costs.ts";
import { listAskedLately } from "../queries/asked-lately.ts";
import { listFigures } from "../queries/figures.ts";
import {
  countConversations,
  listConversationFigures,
  listConversations,
  listConversationsBegun,
} from "../queries/list-conversations.ts";
import {
  countConversationsOf,
  countVisitors,
  listVisitors,
  listVisitorsByAge,
} from "../queries/list-visitors.ts";
import * as messages from "../queries/messages.ts";
import * as needs from "../queries/needs.ts";
import { noteAsked } from "../queries/note-asked.ts";
import { listPartNames } from "../queries/part-names.ts";
import { countClusters, listClusters } from "../queries/question-clusters.ts";
import * as members from "../queries/question-members.ts";
import { listSourceNames, listUncited } from "../queries/source-use.ts";
import { hideUserEvents, insertUserEvent, removeCorrectedEvent } from "../queries/user-events.ts";
import { listGroupsOfPeople, listLimitsUsed } from "../queries/visitor-groups.ts";
import { findVisitorCard } from "../queries/visitors.ts";
import type { TenantTx } from "../scope.ts";

const period = { from: "2020-01-01T00:00:00.000Z", to: "2100-01-01T00:00:00.000Z" };
const page = {
  after: [new Date().toISOString(), "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const,
  limit: 50,
};

const figures = (id: (name: string) => string) => ({
  ...period,
  twinId: id("twin_id"),
  splitAt: "2024-01-01T00:00:00.000Z",
});

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
  listVisitors: (tx, id) =>
    listVisitors(tx, { ...page, twinId: id("twin_id"), sort: "lastSeen", consent: false }),
  listBusyVisitors: (tx, id) =>
    listVisitors(tx, {
      twinId: id("twin_id"),
      sort: "messages",
      after: [5, id("visitor_id")],
      limit: 50,
    }),
  searchVisitors: (tx, id) =>
    listVisitors(tx, { ...page, twinId: id("twin_id"), sort: "lastSeen", search: "ann" }),
  countVisitors: (tx, id) => countVisitors(tx, { twinId: id("twin_id"), most: 1_000 }),
  listVisitorsByAge: (tx, id) =>
    listVisitorsByAge(tx, { twinId: id("twin_id"), afterId: id("visitor_id"), limit: 200 }),
  countConversationsOf: (tx, id) => countConversationsOf(tx, [id("visitor_id")]),
  listGroupsOfPeople: (tx, id) =>
    listGroupsOfPeople(tx, { twinId: id("twin_id"), visitorIds: [id("visitor_id")] }),
  listLimitsUsed: (tx, id) =>
    listLimitsUsed(tx, { twinId: id("twin_id"), visitorIds: [id("visitor_id")] }),
  findVisitorCard: (tx, id) => findVisitorCard(tx, id("visitor_id")),
  hideUserEvents: (tx, id) =>
    hideUserEvents(tx, { conversationId: id("conversation_id"), isHidden: false }),
  removeCorrectedEvent: (tx, id) => removeCorrectedEvent(tx, id("message_id")),
  listFigures: (tx, id) => listFigures(tx, figures(id)),
  listFiguresByDay: (tx, id) => listFigures(tx, figures(id), { bounds: [period.from, period.to] }),
  listFiguresByGroup: (tx, id) => listFigures(tx, figures(id), "accessGroup"),
  listFiguresBySource: (tx, id) => listFigures(tx, figures(id), "source"),
  listFiguresByTopic: (tx, id) => listFigures(tx, figures(id), { topics: [["words"], ["rare"]] }),
  listLatencies: (tx, id) => listLatencies(tx, figures(id)),
  listCosts: (tx, id) => listCosts(tx, figures(id)),
  listAskedLately: (tx, id) => listAskedLately(tx, figures(id), { limit: 10 }),
  listSourceNames: (tx, id) => listSourceNames(tx, [id("source_id")]),
  listUncited: (tx, id) =>
    listUncited(tx, { twinId: id("twin_id"), cited: [id("source_id")], limit: 10 }),
  listPartNames: (tx, id) => listPartNames(tx, { twinId: id("twin_id"), by: "shareLink" }),
  listClusters: (tx, id) =>
    listClusters(tx, {
      twinId: id("twin_id"),
      status: "open",
      after: [1_000_000, id("chunk_id")],
      limit: 50,
    }),
  countClusters: (tx, id) => countClusters(tx, id("twin_id")),
  readClusters: async (tx, id) => {
    const clusterIds = [id("conversation_id")];
    await members.listExamples(tx, { clusterIds, each: 3 });
    await members.listTrends(tx, { clusterIds, weeks: 8 });
    await members.listAskedAgain(tx, clusterIds);
  },
  listRecentQuestions: (tx, id) =>
    members.listRecentQuestions(tx, { twinId: id("twin_id"), limit: 100 }),
  noteAsked: (tx, id) =>
    noteAsked(tx, {
      twinId: id("twin_id"),
      messageId: id("message_id"),
      question: "Question",
      questionKey: `key of ${id("conversation_id")}`,
      apiKeyId: null,
      because: "unanswered",
    }),
  countFailedSources: (tx, id) => needs.countFailedSources(tx, id("twin_id")),
  countUnfitCorrections: (tx, id) => needs.countUnfitCorrections(tx, id("twin_id")),
  countReviewsDue: (tx, id) => needs.countReviewsDue(tx, id("twin_id")),
  countOpenQuestions: (tx, id) => needs.countOpenQuestions(tx, id("twin_id")),
  countTaughtSince: (tx, id) =>
    needs.countTaughtSince(tx, { twinId: id("twin_id"), since: period.from }),
  feedbackGiven: (tx, id) =>
    insertUserEvent(tx, { kind: "feedback_given", messageId: id("message_id"), rating: "up" }),
};
