import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askTwin, postMessage } from "./testing/ask-twin.ts";
import { callTool } from "./testing/call-tool.ts";
import { doors } from "./testing/doors.ts";
import {
  CANARIES,
  type GuardedTwin,
  makeGuardedTwin,
  OPEN_QUESTION,
  QUESTIONS,
} from "./testing/guarded-twin.ts";
import { quotesItsPassages } from "./testing/quoting-replies.ts";
import { type ScriptedChat, scriptChat } from "./testing/script-chat.ts";
import { signIdentity } from "./testing/sign-identity.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { resultOf, type TestSession } from "./testing/test-session.ts";
import { comeIn, pageAt, refusalOf } from "./testing/visit.ts";

const SITE = "https://crew.example";

let app: TestApp;
let other: TestApp;
let twin: GuardedTwin;
let chat: ScriptedChat;
let widget: { id: string; publishableKey: string };
let secret: string;
beforeAll(async () => {
  app = await startTestApp();
  other = await startTestApp({}, { beside: app });
  await app.work();
  twin = await makeGuardedTwin(app.url, "Kereva");
  widget = await twin.create("widget.create", { allowedDomains: [SITE] });
  const rotated = twin.owner.mutate("widget.rotateIdentitySecret", { widgetId: widget.id });
  secret = (await resultOf<{ identitySecret: string }>(rotated)).identitySecret;
  // It says the first sentence of all that it is shown: nothing is kept back by its tact.
  chat = await scriptChat([app, other], [quotesItsPassages()]);
  const members = { claims: ["crew"], emails: ["Mate@Crew.example"], domains: ["deck.example"] };
  await twin.create("accessGroup.setMembers", { accessGroupId: twin.groupId, ...members });
});
afterAll(async () => {
  await chat[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

/** Asks everything, and gives all that it was shown and all that any prompt held. */
type Asker = (questions: readonly string[]) => Promise<string>;

async function seen(ask: () => Promise<string[]>): Promise<string> {
  const before = chat.prompts().length;
  const shown = await ask();
  return [...shown, ...chat.prompts().slice(before)].join("\n");
}

async function askAs(visitor: TestSession, conversationId: string, questions: readonly string[]) {
  const told: string[] = [];
  for (const message of questions) {
    told.push(JSON.stringify((await askTwin(visitor, { conversationId, message })).events));
  }
  const history = await resultOf<object>(visitor.query("visitor.history", { conversationId }));
  return [...told, JSON.stringify(history).replaceAll(questions.join(), "")];
}

const byVisit =
  (via: () => Promise<object>, origin: string | null, claims?: object): Asker =>
  (questions) =>
    seen(async () => {
      const { visit, visitor } = await comeIn(app.url, await via(), { origin: origin ?? app.url });
      if (claims) {
        const identityToken = signIdentity({ widgetId: widget.id, secret }, claims);
        await resultOf(visitor.mutate("visitor.identify", { identityToken }));
      }
      return askAs(visitor, visit.conversationId, questions);
    });

const link = async (more: object = {}) => {
  const { slug } = await twin.create<{ slug: string }>("shareLink.create", more);
  return { shareSlug: slug };
};
const byKey =
  (isIn: boolean): Asker =>
  (questions) =>
    seen(async () => {
      const session = await twin.key(isIn);
      const { twinId, handle } = twin;
      const told: string[] = [];
      for (const question of questions) {
        const found = session.query("knowledge.search", { twinId, query: question });
        const all = await Promise.all([
          ...Object.values(doors).map(async (door) => {
            return (await door({ session, twinId, handle, question })).raw;
          }),
          callTool(session, "ask_twin", { twin: handle, question }),
          callTool(session, "search_knowledge", { twin: handle, query: question }),
          found.then((reply) => reply.text()),
        ]);
        told.push(...all);
      }
      return [...told, await callTool(session, "list_sources", { twin: handle })];
    });
const inStudio =
  (accessGroupIds: string[] | undefined): Asker =>
  (questions) =>
    seen(async () => {
      const { owner, twinId } = twin;
      const started = owner.mutate("chat.start", { twinId, accessGroupIds });
      const { id: conversationId } = await resultOf<{ id: string }>(started);
      const told: string[] = [];
      for (const question of questions) {
        const asked = await askTwin(owner, { conversationId, message: question });
        const given = { twinId, query: question, accessGroupIds };
        const found = await owner.query("knowledge.search", given);
        const explored = await owner.query("knowledge.explore", given);
        told.push(JSON.stringify(asked.events), await found.text(), await explored.text());
      }
      return told;
    });
const key = async () => ({ publishableKey: widget.publishableKey });

const OUTSIDE: [string, Asker][] = [
  ["a link without a group", byVisit(() => link(), null)],
  [
    "a link to other sources, though in the group",
    byVisit(() => link({ accessGroupIds: [twin.groupId], sourceIds: [twin.openSourceId] }), null),
  ],
  ["the public page", byVisit(async () => ({ handle: twin.handle }), null)],
  ["a widget", byVisit(key, SITE)],
  ["another claim", byVisit(key, SITE, { groups: ["guests", "CREW"] })],
  ["another address", byVisit(key, SITE, { email: "mate@elsewhere.example" })],
  ["an address below the domain", byVisit(key, SITE, { email: "a@low.deck.example" })],
  ["a secret key", byKey(false)],
  ["the studio, as someone in no group", inStudio([])],
];
const INSIDE: [string, Asker][] = [
  ["a link of the group", byVisit(() => link({ accessGroupIds: [twin.groupId] }), null)],
  ["a claim", byVisit(key, SITE, { groups: ["crew"] })],
  ["an address", byVisit(key, SITE, { email: "mate@crew.example" })],
  ["a domain", byVisit(key, SITE, { email: "anyone@deck.example" })],
  ["a secret key of the group", byKey(true)],
  ["the studio", inStudio(undefined)],
];

describe("what is for a group", () => {
  it.each(OUTSIDE)("is nowhere for %s", async (_, ask) => {
    const shown = await ask([OPEN_QUESTION, ...QUESTIONS]);
    expect(shown).toContain("opens at six");
    for (const canary of CANARIES) expect(shown).not.toContain(canary);
  });

  it.each(INSIDE)("is there for %s", async (_, ask) => {
    const shown = await ask(QUESTIONS);
    for (const canary of CANARIES) expect(shown).toContain(canary);
  });

  it("is there for whom somebody put in by name, until they are blocked: then no door opens", async () => {
    const via = await key();
    const { visit, visitor } = await comeIn(app.url, via, { origin: SITE });
    const { conversationId, resumeToken } = visit;
    const ask = () => seen(() => askAs(visitor, conversationId, QUESTIONS));
    expect(await ask()).not.toContain(CANARIES[0]);
    const thread = twin.owner.query("conversation.get", { conversationId });
    const { id: visitorId } = (await resultOf<{ visitor: { id: string } }>(thread)).visitor;
    const put = { visitorId, accessGroupIds: [twin.groupId] };
    await resultOf(twin.owner.mutate("audience.update", put));
    expect(await ask()).toContain(CANARIES[0]);
    const block = (blocked: boolean) =>
      resultOf(twin.owner.mutate("audience.block", { visitorId, blocked, reason: "Spam" }));
    const comesBack = () => pageAt(other.url, SITE).mutate("visitor.start", { via, resumeToken });
    await block(true);
    const asked = postMessage(visitor, { conversationId, message: QUESTIONS[0]! });
    expect(await refusalOf(asked)).toEqual({ status: 401, reason: "credential.refused" });
    expect(await refusalOf(comesBack())).toEqual({ status: 403, reason: "visitor.blocked" });
    await block(false);
    expect((await comesBack()).status).toBe(200);
    expect(await ask()).toContain(CANARIES[0]);
  });
});
