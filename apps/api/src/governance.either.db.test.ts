import type { MessageTrace } from "@understudy/core/conversation/trace/contract";
import type { Governance, ViolationPage } from "@understudy/core/governance/contract";
import { NO_RULES } from "@understudy/core/governance/contract";
import { answers } from "@understudy/rag/chat/testing/wire-replies";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { doors } from "./testing/doors.ts";
import { type ScriptedChat, scriptChat } from "./testing/script-chat.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { teach } from "./testing/teach.ts";
import { makeTenantWorld, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf, signUp } from "./testing/test-session.ts";

const FUND = "The Mirny fund pays out in May. Ask ann@example.org or +49 170 1234567 about it.";
const ASKED = "When does the Mirny fund pay out? I am jane@example.net.";
const PAYS = "It pays out in May. ⟦1|The Mirny fund pays out in May⟧";
const PERSONAL = /@example\.|1234567/;

let app: TestApp;
let world: TenantWorld;
let twinId: string;
let chat: ScriptedChat | null = null;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  twinId = world.ids.twinId;
  await teach(world.owner, { twinId, title: "Fund", text: FUND });
});
afterEach(async () => {
  await chat?.[Symbol.asyncDispose]();
  chat = null;
  app.resources.ports.chat = null;
  await rule({ ...NO_RULES });
  await rule({ ...NO_RULES, twinId });
});
afterAll(() => app[Symbol.asyncDispose]());

const rule = (rules: object) =>
  resultOf<Governance>(world.owner.mutate("governance.update", rules));
const redacting = (places: object) => ({
  redaction: {
    kinds: ["email", "phone"],
    storage: false,
    provider: false,
    answers: false,
    ...places,
  },
});
const violations = (filter: object = {}) =>
  resultOf<z.output<typeof ViolationPage>>(world.owner.query("governance.violations", filter));
const ask = (question: string, door = "/api/messages") =>
  doors[door]!({ session: world.owner, twinId, handle: world.handle, question });
const traceOf = (messageId: string) =>
  resultOf<MessageTrace>(world.owner.query("conversation.trace", { messageId }));

test("what a provider may not read it does not get, and what rests on it is cited all the same", async () => {
  chat = await scriptChat([app], [answers(PAYS)]);
  await rule(redacting({ provider: true }));
  const told = await ask(ASKED);
  expect(told).toMatchObject({ answered: true, text: "It pays out in May." });
  expect(told.citations).toHaveLength(1);
  expect(chat.prompts().join()).not.toMatch(PERSONAL);
  expect(chat.prompts().at(-1)).toContain("[email]");
  const trace = await traceOf(told.messageId);
  expect(trace.question).toBe(ASKED);
  expect(JSON.stringify(trace.prompt)).not.toMatch(PERSONAL);
  const { items, counts } = await violations({ kind: "redacted_provider" });
  const { conversationId } = trace;
  const { messageId } = told;
  expect(items).toContainEqual(
    expect.objectContaining({
      conversationId,
      messageId,
      subject: "email",
      count: 2,
      twinName: "Ada twin",
    }),
  );
  expect(counts).toContainEqual({
    kind: "redacted_provider",
    subject: "phone",
    count: 1,
    messages: 1,
  });
});

test("what is not to be kept is nowhere: not in the question, the title, nor what answers it", async () => {
  chat = await scriptChat([app], [answers(PAYS)]);
  await rule(redacting({ storage: true }));
  const told = await ask(ASKED);
  const trace = await traceOf(told.messageId);
  expect(trace.question).toBe("When does the Mirny fund pay out? I am [email].");
  const { conversationId } = trace;
  const kept = resultOf(world.owner.query("conversation.get", { conversationId }));
  expect(JSON.stringify(await kept)).not.toContain("jane@");
  expect(chat.prompts().join()).not.toContain("jane@");
});

test.each(Object.keys(doors))(
  "by %s an answer tells nobody's address, however it streams",
  async (door) => {
    const said =
      "Mail ann@example.org. ⟦1|Ask ann@example.org⟧ Or call +49 170 1234567 at noon. ⟦1|1234567⟧";
    chat = await scriptChat([app], [answers(...said, ...` ${PAYS}`)]);
    await rule(redacting({ answers: true }));
    const told = await ask("When does the Mirny fund pay out?", door);
    expect(told.raw).not.toMatch(PERSONAL);
    expect(told.text).toMatch(/It pays out in May\.$/);
    for (const { quote, answerSpan } of told.citations) {
      expect(quote).not.toMatch(PERSONAL);
      expect(told.text.slice(answerSpan.start, answerSpan.end)).not.toBe("");
    }
  },
);

test("without a model what is quoted is redacted, and points to where it stands", async () => {
  await rule(redacting({ answers: true }));
  const told = await ask("Whom do I ask about the Mirny fund?");
  expect(told.raw).not.toMatch(PERSONAL);
  expect(told.text).toContain("Ask [email] or [phone] about it.");
  const citation = told.citations.find(({ quote }) => quote.startsWith("Ask"));
  const { start, end } = citation!.locator;
  expect(end - start).toBe("Ask ann@example.org or +49 170 1234567 about it.".length);
});

test("what the tenant blocks and adds holds at each door, and no twin lifts it", async () => {
  chat = await scriptChat([app], [answers(PAYS)]);
  await rule({ blockedTopics: ["Timber"], disclaimers: ["No advice."] });
  const { effective, inherited } = await rule({ twinId, blockedTopics: [], disclaimers: [] });
  expect([effective.blockedTopics[0]?.name, inherited?.disclaimers[0]?.text]).toEqual([
    "Timber",
    "No advice.",
  ]);
  for (const door of Object.keys(doors)) {
    expect((await ask("Does the fund hold timber?", door)).answered).toBe(false);
    expect((await ask("When does the Mirny fund pay out?", door)).text).toMatch(/\n\nNo advice\.$/);
  }
  const { items } = await violations({ kind: "refused" });
  expect(items.slice(0, 3).map(({ subject }) => subject)).toEqual(["Timber", "Timber", "Timber"]);
});

test("what a rule did is told by the topic's name, whichever example it was", async () => {
  const forests = { name: "Forests", examples: ["timber"], reply: "" };
  const bound = (refusedTopics: object[]) =>
    resultOf(world.owner.mutate("twin.update", { twinId, boundaries: { refusedTopics } }));
  await bound([forests]);
  const { messageId } = await ask("Does the fund hold timber?");
  const { items } = await violations({ kind: "refused" });
  expect(items[0]?.subject).toBe("Forests");
  const { policy } = await traceOf(messageId);
  expect(policy?.refused).toMatchObject({ name: "Forests", matched: "timber" });
  await bound([]);
});

test("a model that is not allowed is not called: answers are quoted, and say why", async () => {
  chat = await scriptChat([app], [answers(PAYS)]);
  const { providers } = await rule({ twinId, allowedModels: ["another"] });
  expect(providers).toEqual([]);
  const told = await ask("When does the Mirny fund pay out?");
  expect(told.text).toContain("The Mirny fund pays out in May.");
  expect(chat.requests).toHaveLength(0);
  expect(await traceOf(told.messageId)).toMatchObject({
    writer: "quotation",
    degradedBecause: "model.forbidden",
  });
  expect((await violations({ kind: "forbidden_provider" })).items).toHaveLength(1);
  await rule({ twinId, allowedModels: ["Scripted"] });
  expect((await ask("When does the Mirny fund pay out?")).text).toBe("It pays out in May.");
});

test("where citations are required even a creative twin says nothing without one", async () => {
  chat = await scriptChat([app], [answers("It has always paid out in winter.")]);
  const creative = { twinId, strictness: "creative", noAnswerMessage: "I cannot say." };
  await resultOf(world.owner.mutate("twin.update", creative));
  const asked = "When does the Mirny fund pay out?";
  expect((await ask(asked)).text).toContain("winter");
  await rule({ requireCitations: true });
  const told = await ask(asked);
  expect(told).toMatchObject({ text: "I cannot say.", answered: false });
  expect(told.raw).not.toContain("winter");
  expect((await violations({ kind: "uncited" })).items).toHaveLength(1);
});

test("rules are tried out on a text before they are saved, each change is recorded, and nobody else sees them", async () => {
  const tried = {
    blockedPhrases: [{ phrase: "guaranteed", replacement: "" }],
    ...redacting({ storage: true, answers: true }),
  };
  const text = "Returns are guaranteed. Mail ann@example.org.";
  const preview = resultOf(world.owner.mutate("governance.preview", { text, rules: tried }));
  expect(await preview).toMatchObject({
    asQuestion: {
      stored: { text: "Returns are guaranteed. Mail [email].", found: ["email"] },
      refused: null,
    },
    asAnswer: { said: { text: " Mail [email]." }, withheld: [{ subject: "guaranteed" }] },
  });
  await rule({ requireCitations: true });
  const audited = resultOf<{ items: object[] }>(
    world.owner.query("audit.list", { action: "governance.update", limit: 1 }),
  );
  expect((await audited).items[0]).toMatchObject({
    subjectKind: "tenant",
    details: { changed: ["requireCitations"] },
  });
  const other = await signUp(app.url, "Bob");
  const theirs = await resultOf<Governance>(other.query("governance.get", {}));
  expect(theirs.requireCitations).toBe(false);
  for (const call of [
    other.query("governance.get", { twinId }),
    other.mutate("governance.update", { twinId, requireCitations: false }),
    other.mutate("governance.preview", { twinId, text }),
  ]) {
    expect((await call).status).toBe(404);
  }
});
