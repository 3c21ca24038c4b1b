import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EVENT_MARKS } from "./column-values.ts";
import type { Database } from "./database.ts";
import { rowsOf } from "./engine/on.ts";
import { insertConversation } from "./queries/conversations.ts";
import { saveFeedback } from "./queries/feedback.ts";
import { insertMessageWords, searchMessages } from "./queries/message-words.ts";
import { finishMessage, insertExchange } from "./queries/messages.ts";
import { hideUserEvents, insertUserEvent } from "./queries/user-events.ts";
import { inTenant, type TenantTx } from "./scope.ts";
import { fillTables, type Rows } from "./testing/fill-tables.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";

let db: Database;
let tenantId: string;
let rows: Rows;
beforeAll(async () => {
  db = await openTestDatabase();
  ({ tenantId, rows } = await fillTables(db));
});
afterAll(() => db.close());

const id = (table: string) => String(rows.get(table)!.id);
const inside = <T>(work: (tx: TenantTx) => Promise<T>, visitorId: string | null = null) =>
  inTenant(db, { tenantId, visitorId }, work);

interface Seen {
  kind: string;
  message_id: string | null;
  visitor_id: string;
  language: string;
  terms: string[];
  is_first: boolean;
  outcome: string | null;
  rating: string | null;
  source_ids: string[] | null;
  is_hidden: boolean;
  marks: number;
  created_at: Date | string;
}

const eventsOf = (conversationId: string) =>
  inside((tx) =>
    rowsOf<Seen>(
      tx,
      sql`select * from user_events where conversation_id = ${conversationId} order by id`,
    ),
  );

const NOTHING = {
  supportedShare: 0.5,
  model: null,
  understandMs: 1,
  verifiedMs: null,
  retrieveMs: null,
  rerankMs: null,
  writeMs: 2.5,
  inputTokens: 12,
  outputTokens: null,
  microCost: 9_000_000_000,
  currency: "USD",
};

/** As a visitor asks and is answered. */
async function exchange(message: string) {
  const twinId = id("twins");
  const visitorId = id("visitors");
  const { id: conversationId } = await inside((tx) =>
    insertConversation(tx, { twinId, channel: "widget", visitorId }),
  );
  const asked = await inside(async (tx) => {
    const ids = await insertExchange(tx, {
      conversationId,
      twinId,
      message,
      releaseId: null,
      accessGroupIds: null,
    });
    await insertMessageWords(tx, { messageId: ids.questionId, text: message });
    await insertUserEvent(tx, {
      kind: "question_asked",
      conversationId,
      messageId: ids.questionId,
      releaseId: null,
      apiKeyId: null,
      accessGroupIds: null,
      language: "en",
      terms: ["oil", "it's"],
    });
    return ids;
  }, visitorId);
  return { ...asked, conversationId, twinId, visitorId };
}

test("an answer's event is what its question's says, told once; an opinion takes the place of the one before", async () => {
  const { answerId: messageId, conversationId, twinId, visitorId } = await exchange("Which oil?");
  const sourceIds = [id("sources")];
  const end = {
    kind: "answer_ended",
    messageId,
    outcome: "answered",
    sourceIds,
    ...NOTHING,
  } as const;
  await inside(async (tx) => {
    await finishMessage(tx, { messageId, status: "complete", text: "Rapeseed." });
    await insertUserEvent(tx, end);
  });
  await inside((tx) => insertUserEvent(tx, { ...end, outcome: "failed" }));
  for (const rating of ["up", "down"] as const) {
    await inside(async (tx) => {
      await saveFeedback(tx, { messageId, twinId, rating, comment: "" });
      await insertUserEvent(tx, { kind: "feedback_given", messageId, rating });
    }, visitorId);
  }
  const events = await eventsOf(conversationId);
  const shared = { visitor_id: visitorId, language: "en", terms: ["oil", "it's"], is_first: true };
  expect(events).toHaveLength(3);
  expect(events).toMatchObject([
    { ...shared, kind: "question_asked", outcome: null },
    { ...shared, kind: "answer_ended", outcome: "answered", source_ids: sourceIds },
    { ...shared, kind: "feedback_given", outcome: "answered", rating: "down" },
  ]);
  await inside((tx) => hideUserEvents(tx, { conversationId, isHidden: true }));
  expect((await eventsOf(conversationId)).map((event) => event.is_hidden)).toEqual([
    true,
    true,
    true,
  ]);
});

test("a question is counted by its own event until its answer ends, then with it, at the time it was asked", async () => {
  const { answerId: messageId, conversationId } = await exchange("Which wick?");
  const { questions, answers, given, answered, partly } = EVENT_MARKS;
  expect(await eventsOf(conversationId)).toMatchObject([{ marks: questions }]);
  const end = { kind: "answer_ended", messageId, outcome: "answered" } as const;
  await inside((tx) => insertUserEvent(tx, { ...end, ...NOTHING, sourceIds: [] }));
  const [asked, ended] = await eventsOf(conversationId);
  expect(asked).toMatchObject({ kind: "question_asked", marks: 0 });
  expect(ended).toMatchObject({ marks: questions | answers | given | answered | partly });
  expect(ended!.created_at).toEqual(asked!.created_at);
});

test("a rolled-back question leaves no event, and a second one is not the first", async () => {
  const { conversationId, twinId } = await exchange("One?");
  const again = (fails: boolean) =>
    inside(async (tx) => {
      const ids = await insertExchange(tx, {
        conversationId,
        twinId,
        message: "Two?",
        releaseId: null,
        accessGroupIds: null,
      });
      const event = { kind: "question_asked", messageId: ids.questionId, conversationId } as const;
      const none = {
        releaseId: null,
        apiKeyId: null,
        accessGroupIds: null,
        language: null,
        terms: [],
      };
      await insertUserEvent(tx, { ...event, ...none });
      if (fails) throw new Error("rolled back");
    });
  await expect(again(true)).rejects.toThrow("rolled back");
  await again(false);
  expect((await eventsOf(conversationId)).map(({ is_first }) => is_first)).toEqual([true, false]);
});

const found = (search: string, visitorId: string | null = null) =>
  inside(async (tx) => {
    await searchMessages(tx, { twinId: id("twins"), search });
    return rowsOf<{ conversation_id: string }>(tx, sql`select conversation_id from message_words`);
  }, visitorId);

test.each([
  ["Café crème at the quai, isn't it?", "CAFE crem isn't"],
  ["返金はどうすればいいですか", "返金"],
  ["'quoted' \\ & | ! :* (words)", "quot \\ ' & words"],
])("%s is found by the beginnings of its words: %s", async (message, search) => {
  const { conversationId } = await exchange(message);
  expect(await found(search)).toContainEqual({ conversation_id: conversationId });
  expect(await found(`${search} mongolia`)).toEqual([]);
});

test("what others said is not searched by a visitor, nor by another tenant", async () => {
  const { conversationId } = await exchange("Zanzibar?");
  expect(await found("zanzi")).toEqual([{ conversation_id: conversationId }]);
  expect(await found("zanzi", id("visitors"))).toEqual([]);
  const other = await fillTables(db);
  const theirs = await inTenant(db, { tenantId: other.tenantId }, async (tx) => {
    await searchMessages(tx, { twinId: id("twins"), search: "zanzi" });
    return rowsOf(tx, sql`select 1 from message_words`);
  });
  expect(theirs).toEqual([]);
});
