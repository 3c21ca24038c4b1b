import type { AnswerTrace } from "@understudy/core/answer/answer";
import type { MessageTrace } from "@understudy/core/conversation/trace/contract";
import { NO_BOUNDARIES } from "@understudy/core/policy/contract";
import { listAuditEvents } from "@understudy/db/queries/audit-events";
import { findTrace } from "@understudy/db/queries/messages";
import { inTenant } from "@understudy/db/scope";
import { answers, streams, textChunk } from "@understudy/rag/chat/testing/wire-replies";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { doors } from "./testing/doors.ts";
import { type ScriptedChat, scriptChat } from "./testing/script-chat.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { teach } from "./testing/teach.ts";
import { makeTenantWorld, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf } from "./testing/test-session.ts";

const FUND = "The Mirny fund pays out in May. Its returns are guaranteed. It holds timber.";
const QUESTION = "When does the Mirny fund pay out?";
const PAYS = "It pays out in May. ⟦1|The Mirny fund pays out in May⟧";
const PROMISE = "Its returns are guar\u200banteed. ⟦1|Its returns are guaranteed⟧";

let app: TestApp;
let world: TenantWorld;
let chat: ScriptedChat | null = null;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  await teach(world.owner, { twinId: world.ids.twinId, title: "Fund", text: FUND });
});
afterEach(async () => {
  await chat?.[Symbol.asyncDispose]();
  chat = null;
  app.resources.ports.chat = null;
});
afterAll(() => app[Symbol.asyncDispose]());

const bound = (boundaries: object) => {
  const { twinId } = world.ids;
  const all = { ...NO_BOUNDARIES, ...boundaries };
  return resultOf(world.owner.mutate("twin.update", { twinId, boundaries: all }));
};
const asking = (question: string) => ({
  session: world.owner,
  twinId: world.ids.twinId,
  handle: world.handle,
  question,
});

async function recordsOf(messageId: string) {
  const { id: tenantId } = await resultOf<{ id: string }>(world.owner.query("tenant.get"));
  return inTenant(app.resources.db, { tenantId }, async (tx) => {
    const events = await listAuditEvents(tx, { limit: 50 });
    const audited = events.filter(({ subjectId }) => subjectId === messageId);
    const trace = (await findTrace(tx, messageId)) as AnswerTrace;
    return { trace, audited: audited.map(({ action, details }) => ({ action, details })) };
  });
}

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const BLOCKED = { blockedPhrases: [{ id: id(1), phrase: "guaranteed", replacement: "" }] };
const REFUSED = {
  refusedTopics: [{ id: id(2), name: "Timber", examples: ["timber"], reply: "Not timber." }],
};
const DISCLAIMED = {
  disclaimers: [
    { id: id(3), text: "No advice.", place: "after", topic: null },
    { id: id(4), text: "On funds:", place: "before", topic: { examples: ["fund"] } },
    { id: id(5), text: "On boats:", place: "before", topic: { examples: ["boat"] } },
  ],
};

describe.each(Object.entries(doors))("asked by %s", (_, ask) => {
  it("a question on a refused topic gets the owner's reply, and costs nothing", async () => {
    chat = await scriptChat([app], [answers(PAYS)]);
    await bound(REFUSED);
    const told = await ask(asking("Does the fund hold timber?"));
    expect(told).toMatchObject({ text: "Not timber.", answered: false, citations: [] });
    expect(chat.requests).toHaveLength(0);
    const { trace, audited } = await recordsOf(told.messageId);
    expect(trace).toMatchObject({ candidates: [], policy: { refused: { matched: "Timber" } } });
    const why = resultOf<MessageTrace>(
      world.owner.query("conversation.trace", { messageId: told.messageId }),
    );
    expect(await why).toMatchObject({ cause: "policy", question: "Does the fund hold timber?" });
    const details = { refused: [`twin:refused_topic:${id(2)}`] };
    expect(audited).toEqual([{ action: "policy.apply", details }]);
    expect((await ask(asking(QUESTION))).text).toContain("in May");
  });

  it("what a model writes against the rules is not said, and what must be said is", async () => {
    chat = await scriptChat([app], [answers(...`${PROMISE} ${PAYS} It holds timber, too.`)]);
    await bound({ ...BLOCKED, ...REFUSED, ...DISCLAIMED, unsupportedSentences: "show" });
    const told = await ask(asking(QUESTION));
    expect(told.text).toBe("On funds:\n\nIt pays out in May.\n\nNo advice.");
    expect(told.raw).not.toMatch(/anteed|timber/);
    const [citation] = told.citations;
    const { start, end } = citation!.answerSpan;
    expect(told.text.slice(start, end)).toBe("It pays out in May.");
    const { trace, audited } = await recordsOf(told.messageId);
    expect(trace.policy?.withheld.map(({ text }) => text.trim())).toEqual([
      "Its returns are guar\u200banteed.",
      "It holds timber, too.",
    ]);
    const withheld = [`twin:blocked_phrase:${id(1)}`, `twin:refused_topic:${id(2)}`];
    const added = [`twin:disclaimer:${id(4)}`, `twin:disclaimer:${id(3)}`];
    expect(audited).toEqual([{ action: "policy.apply", details: { withheld, added } }]);
  });

  it("without a model the same rules hold for what is quoted", async () => {
    await bound({ ...BLOCKED, ...DISCLAIMED });
    const told = await ask(asking("Are the returns of the Mirny fund guaranteed?"));
    expect(told.raw).not.toContain("guaranteed");
    const paid = await ask(asking(QUESTION));
    const why = world.owner.query("conversation.trace", { messageId: paid.messageId });
    const { cause, passages, release } = await resultOf<MessageTrace>(why);
    expect({ cause, release }).toEqual({ cause: "fine", release: null });
    expect(passages.find(({ isCited }) => isCited)?.text).toContain("in May");
    expect(paid.text).toMatch(/^On funds:\n\n.*in May.*\n\nNo advice\.$/su);
  });
});

const [ask] = Object.values(doors);

it("an answer that breaks off has the disclaimers that belong behind it", async () => {
  chat = await scriptChat([app], [streams(textChunk(`${PAYS} And it `))]);
  await bound(DISCLAIMED);
  const { messageId, text } = await ask!(asking(QUESTION)).catch(() => lastAnswer());
  expect(text).toBe("On funds:\n\nIt pays out in May.\n\nNo advice.");
  expect((await recordsOf(messageId)).trace.policy?.disclaimers).toHaveLength(2);
});

it("a verified answer says no blocked phrase, and no message has a disclaimer that is none", async () => {
  const { twinId } = world.ids;
  const vouched = { twinId, question: "Is it safe?", answer: "Yes, guaranteed." };
  await resultOf(world.owner.mutate("verifiedAnswer.create", vouched));
  await bound({ ...BLOCKED, ...DISCLAIMED });
  const told = await ask!(asking("Is it safe?"));
  expect(told).toMatchObject({ answered: false, text: expect.stringMatching(/not been taught/) });
  await bound({});
  expect((await ask!(asking("Is it safe?"))).text).toBe("Yes, guaranteed.");
});

it("only allowed topics are spoken about where there are any", async () => {
  const allowedTopics = [{ name: "Payments", examples: ["pay out"] }];
  await bound({ allowedTopics, outsideReply: "Ask about payments." });
  expect((await ask!(asking("Who owns it?"))).text).toBe("Ask about payments.");
  expect((await ask!(asking(QUESTION))).text).toContain("in May");
});

it("what becomes of unsupported sentences is the owner's to say", async () => {
  const texts = [];
  const marked = [];
  for (const unsupportedSentences of ["show", "mark", "withhold", null]) {
    chat = await scriptChat([app], [answers(`${PAYS} It is loved by all.`)]);
    await bound({ unsupportedSentences });
    await ask!(asking(QUESTION));
    const { text, unsupportedSpans } = await lastAnswer();
    texts.push(text);
    marked.push(unsupportedSpans.length);
    await chat[Symbol.asyncDispose]();
  }
  const loved = "It pays out in May. It is loved by all.";
  expect(texts).toEqual([loved, loved, "It pays out in May.", "It pays out in May."]);
  expect(marked).toEqual([0, 1, 0, 0]);
});

interface Told {
  id: string;
  text: string;
  unsupportedSpans: unknown[];
}

async function lastAnswer() {
  const { twinId } = world.ids;
  const { items } = await resultOf<{ items: { id: string }[] }>(
    world.owner.query("conversation.list", { twinId }),
  );
  const thread = { conversationId: items[0]!.id };
  const { messages } = await resultOf<{ messages: Told[] }>(
    world.owner.query("conversation.get", thread),
  );
  const { id: messageId, ...told } = messages.at(-1)!;
  return { messageId, ...told };
}
