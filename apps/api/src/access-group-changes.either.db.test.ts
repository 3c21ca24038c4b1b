import type { AccessGroup } from "@understudy/core/access-group/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askTwin, postMessage } from "./testing/ask-twin.ts";
import { CANARIES, type GuardedTwin, makeGuardedTwin, QUESTIONS } from "./testing/guarded-twin.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { resultOf, sessionWith } from "./testing/test-session.ts";
import { comeIn, refusalOf } from "./testing/visit.ts";

let app: TestApp;
let other: TestApp;
let twin: GuardedTwin;
beforeAll(async () => {
  app = await startTestApp();
  other = await startTestApp({}, { beside: app });
  await app.work();
  twin = await makeGuardedTwin(app.url, "Mirny");
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

async function enter(more: object) {
  const link = await twin.create<{ id: string; slug: string }>("shareLink.create", more);
  const come = () => comeIn(app.url, { shareSlug: link.slug }, { origin: app.url });
  return { link, come, ...(await come()) };
}
const inGroup = () => enter({ accessGroupIds: [twin.groupId] });
const own = { accessGroupId: "" };
const set = (what: string, input: object) => {
  own.accessGroupId = twin.groupId;
  return twin.create<AccessGroup>(`accessGroup.${what}`, { ...own, ...input });
};

describe("a right that is lost", () => {
  it("takes old answers, their quotes and what follows on them with it, in every process", async () => {
    const { visit, visitor, link } = await inGroup();
    const { conversationId } = visit;
    const ask = async (message: string) =>
      JSON.stringify((await askTwin(visitor, { conversationId, message })).events);
    const told = [];
    for (const question of QUESTIONS) told.push(await ask(question));
    for (const canary of CANARIES) expect(told.join()).toContain(canary);
    const elsewhere = sessionWith(other.url, { ...visitor.headers, origin: other.url });
    const beside = await elsewhere.query("visitor.history", { conversationId });
    const taken = { shareLinkId: link.id, accessGroupIds: [] };
    await resultOf(twin.owner.mutate("shareLink.update", taken));
    const history = await visitor.query("visitor.history", { conversationId });
    const shown = (await history.text()) + (await ask("And where exactly?"));
    for (const canary of CANARIES) expect(shown).not.toContain(canary);
    expect(beside.status).toBeGreaterThan(0);
    const back = { shareLinkId: link.id, accessGroupIds: [twin.groupId] };
    await resultOf(twin.owner.mutate("shareLink.update", back));
    const again = await (await visitor.query("visitor.history", { conversationId })).text();
    for (const canary of CANARIES) expect(again).toContain(canary);
  });

  it("is nobody's while no group has it, and everybody's only when that is said", async () => {
    const content = { sourceIds: [twin.closedSourceId] };
    const ask = async () => {
      const { visit, visitor } = await enter({});
      const asked = { conversationId: visit.conversationId, message: QUESTIONS[0]! };
      return JSON.stringify((await askTwin(visitor, asked)).events);
    };
    const made = await twin.create<{ id: string }>("accessGroup.create", { name: "Passing" });
    await twin.create("accessGroup.setContent", { accessGroupId: made.id, ...content });
    await set("setContent", { sourceIds: [] });
    await twin.create("accessGroup.remove", { accessGroupId: made.id });
    expect(await ask()).not.toContain("Quillfeather");
    const seen = await resultOf<{ items: object[] }>(
      twin.owner.query("accessGroup.visibility", content),
    );
    expect(seen.items).toMatchObject([{ accessGroupIds: [], follows: null }]);
    const open = { ...content, accessGroupIds: null };
    await resultOf(twin.owner.mutate("accessGroup.setVisibility", open));
    expect(await ask()).toContain("Quillfeather");
    await set("setContent", content);
    expect(await ask()).not.toContain("Quillfeather");
  });
});

describe("limits", () => {
  it("count exactly, over processes, and say when to come again before anything is asked", async () => {
    const { visit, visitor, come } = await inGroup();
    await set("setLimits", { visitorPerDay: 3 });
    const { conversationId } = visit;
    const ask = (message: string) => postMessage(visitor, { conversationId, message });
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, n) => ask(`Which code is it, number ${n}?`)),
    );
    const refused = replies.filter(({ status }) => status === 429);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(3);
    expect(refused).toHaveLength(3);
    const seconds = Number(refused[0]!.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(86_400);
    expect(await refusalOf(Promise.resolve(refused[0]!))).toMatchObject({
      reason: "accessGroup.visitor_limit",
    });
    await Promise.all(replies.filter(({ ok }) => ok).map((reply) => reply.text()));
    const next = await come();
    await set("setLimits", { groupPerMonth: 1 });
    const asked = { conversationId: next.visit.conversationId, message: "Which code is it?" };
    expect((await askTwin(next.visitor, asked)).message.status).toBe("complete");
    expect(await refusalOf(postMessage(next.visitor, asked))).toEqual({
      status: 429,
      reason: "accessGroup.group_limit",
    });
    await set("setLimits", { visitorPerDay: null, groupPerMonth: null });
    expect((await ask("Which code is it?")).status).toBe(200);
  });
});

describe("another character", () => {
  const RULE = { name: "Weather", examples: ["weather", "rain"], reply: "Ask the mate of that." };
  const overrides = {
    firstMessage: "Ahoy, crew.",
    starterQuestions: ["Where is the vault?"],
    boundaries: {
      allowedTopics: [],
      outsideReply: "",
      refusedTopics: [RULE],
      blockedPhrases: [],
      disclaimers: [],
    },
  };
  const talk = async (more: object) => {
    const { visit, visitor } = await enter(more);
    const asked = { conversationId: visit.conversationId, message: "What is the weather?" };
    const { message } = await askTwin(visitor, asked);
    return { face: JSON.stringify(visit), text: message.text };
  };

  it("is the group's once it is published, and never anyone else's", async () => {
    const group = { accessGroupIds: [twin.groupId] };
    await set("setOverrides", { overrides });
    const before = await talk(group);
    expect(before.face + before.text).not.toMatch(/Ahoy|the mate/);
    const preview = await resultOf<{ changes: { field: string }[] }>(
      twin.owner.query("release.preview", { twinId: twin.twinId }),
    );
    expect(preview.changes.map(({ field }) => field)).toEqual(["groupOverrides"]);
    await twin.create("release.publish", { override: "A test." });
    const after = await talk(group);
    expect(after.face).toContain("Ahoy, crew.");
    expect(after.face).toContain("Where is the vault?");
    expect(after.text).toBe(RULE.reply);
    const others = await talk({});
    expect(others.face + others.text).not.toMatch(/Ahoy|vault|the mate/);
  });
});

describe("a group", () => {
  it("takes members that are the twin's alone, and a key says nothing of keys", async () => {
    const foreign = "00000000-0000-7000-8000-000000000009";
    const { owner } = twin;
    const given = { accessGroupId: twin.groupId };
    const members = (more: object, session = owner) =>
      refusalOf(session.mutate("accessGroup.setMembers", { ...given, ...more }));
    expect(await members({ shareLinkIds: [foreign] })).toMatchObject({ status: 404 });
    expect(await members({ apiKeyIds: [foreign] })).toMatchObject({ status: 404 });
    const key = await twin.key(false);
    expect(await members({ apiKeyIds: [] }, key)).toEqual({
      status: 403,
      reason: "account.needed",
    });
    expect(await members({ emails: ["not an address"] })).toMatchObject({ status: 400 });
    const name = { twinId: twin.twinId, name: "Crew" };
    expect(await refusalOf(owner.mutate("accessGroup.create", name))).toEqual({
      status: 409,
      reason: "accessGroup.name_taken",
    });
  });
});
