import { afterAll, beforeAll, expect, test } from "vitest";
import { listConversations } from "../conversation/conversations.ts";
import type { ConversationFilter } from "../conversation/filter.ts";
import { getHome } from "../home/get-home.ts";
import type { Context } from "../kernel/context.ts";
import { makeTraffic } from "../testing/make-traffic.ts";
import { openTestWorld, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { compareTwins } from "./compare-twins.ts";
import type { Counted, Dimension, Figures } from "./contract.ts";
import { getBreakdown } from "./get-breakdown.ts";
import { getOverview } from "./get-overview.ts";
import { getTimeseries } from "./get-timeseries.ts";
import { listSourceFigures } from "./list-source-figures.ts";
import { listTopics } from "./list-topics.ts";

let world: TestWorld;
let owner: Context;
let stranger: Context;
let asked: { twinId: string; timeZone: string; compare: boolean };
let linkId: string;
let groupId: string;
let releaseId: string;
let sourceId: string;

beforeAll(async () => {
  world = await openTestWorld();
  const tenant = await world.newTenant();
  owner = tenant.as("owner");
  stranger = (await world.newTenant()).as("owner");
  const made = await makeTraffic(world, tenant);
  ({ linkId, groupId, releaseId, sourceId } = made);
  asked = { twinId: made.twinId, timeZone: "Europe/Berlin", compare: true };
});
afterAll(() => world[Symbol.asyncDispose]());

async function listed(filter: Partial<ConversationFilter>): Promise<number> {
  const page = { twinId: asked.twinId, limit: 100, ...filter };
  return (await listConversations.run(owner, page)).items.length;
}

/** Every figure that counts conversations, by the filter that a list of them is opened with. */
function opened(figures: Figures): [number, Partial<ConversationFilter>][] {
  const { outcomes, feedback } = figures;
  const counted: [Counted, Partial<ConversationFilter>][] = [
    [figures.visitors, { fromVisitors: true }],
    [figures.returningVisitors, { returning: true }],
    [figures.answered, { answered: true }],
    [outcomes.answered, { outcome: "answered" }],
    [outcomes.verified, { outcome: "verified" }],
    [outcomes.unsupported, { outcome: "unsupported" }],
    [outcomes.refused, { outcome: "refused" }],
    [figures.partlySupported, { supportedBelow: 1 }],
    [figures.corrected, { corrected: true }],
    [feedback.up, { feedback: "up" }],
    [feedback.down, { feedback: "down" }],
  ];
  return [
    [figures.conversations, {}],
    ...counted.map(([{ conversations }, filter]) => [conversations, filter] as const),
  ].map(([count, filter]) => [count as number, filter]);
}

async function agrees(figures: Figures, slice: Partial<ConversationFilter>): Promise<void> {
  for (const [count, filter] of opened(figures)) {
    expect({ filter, count }).toEqual({ filter, count: await listed({ ...slice, ...filter }) });
  }
}

test("what happened is told as it was, with the time before", async () => {
  const day = await today();
  const { current, previous } = await getOverview.run(owner, { ...asked, ...day });
  expect(current.figures).toMatchObject({
    conversations: 4,
    questions: 5,
    answers: { count: 5 },
    visitors: { count: 2, conversations: 2 },
    returningVisitors: { count: 1, conversations: 1 },
    outcomes: { answered: { count: 4 }, unsupported: { count: 1, conversations: 1 } },
    shares: { answered: 0.8, unsupported: 0.2, verified: 0, refused: 0 },
    feedback: { up: { count: 1 }, down: { count: 1 } },
    corrected: { count: 1, conversations: 1 },
  });
  expect(previous?.figures).toMatchObject({
    conversations: 1,
    questions: 2,
    visitors: { count: 1 },
    returningVisitors: { count: 0 },
  });
  const total = current.latency.find(({ stage }) => stage === "total");
  expect(total).toMatchObject({ answers: 5, p50Ms: expect.any(Number) });
  expect(current.costs).toEqual([
    { model: null, answers: 5, inputTokens: 0, outputTokens: 0, currency: null, amount: null },
  ]);
  expect((await getOverview.run(owner, { ...asked, compare: false })).previous).toBeNull();
});

test("every figure is the number of conversations that a list under its filters has", async () => {
  const all = await getOverview.run(owner, asked);
  await agrees(all.current.figures, { from: all.from, to: all.to });
  const part = { ...(await today()), channel: "link" as const, shareLinkId: linkId };
  await agrees((await getOverview.run(owner, { ...asked, ...part })).current.figures, part);
});

test("each day of the viewer's is a list of its own, and the days add up", async () => {
  const { points, bucket } = await getTimeseries.run(owner, { ...asked, bucket: "day" });
  expect({ bucket, days: points.length }).toEqual({ bucket: "day", days: 30 });
  const busy = points.filter(({ figures }) => figures.questions > 0);
  expect(busy.map(({ figures }) => figures.questions)).toEqual([2, 5]);
  for (const { from, to, figures } of busy) await agrees(figures, { from, to });
  const hours = getTimeseries.run(owner, {
    ...asked,
    bucket: "hour",
    from: "2020-01-01T00:00:00Z",
  });
  await expect(hours).rejects.toMatchObject({ reason: "analytics.too_fine" });
});

test.each([
  ["channel", "channel", ["link", "studio"], ["link", "studio"]],
  ["shareLink", "shareLinkId", [() => linkId, null], ["Letter", null]],
  ["accessGroup", "accessGroupId", [null, () => groupId], [null, "Pilots"]],
  ["release", "releaseId", ["draft", () => releaseId], [null, "Release 1"]],
  ["language", "language", ["en", null], ["en", null]],
] as const)("told apart by %s, each part is a list of its own", async (by, name, keys, names) => {
  const { parts, ...head } = await getBreakdown.run(owner, { ...asked, by: by as Dimension });
  const wanted = keys.map((key) => (typeof key === "function" ? key() : key));
  expect(new Set(parts.map(({ key }) => key))).toEqual(new Set(wanted));
  expect(new Set(parts.map((part) => part.name))).toEqual(new Set(names));
  for (const { key, current } of parts) {
    if (key !== null) await agrees(current, { from: head.from, to: head.to, [name]: key });
  }
});

test("topics are named by what was asked, and are lists too", async () => {
  const { topics, sampled, from, to } = await listTopics.run(owner, { ...asked, limit: 5 });
  expect(sampled).toBe(7);
  expect(topics.length).toBeGreaterThan(0);
  for (const { words, current, examples } of topics) {
    expect(examples.length).toBeGreaterThan(0);
    await agrees(current, { from, to, topic: words.join(" ") });
  }
});

test("sources are told by their use and by their blame", async () => {
  const { sources, unused, from, to } = await listSourceFigures.run(owner, { ...asked, limit: 10 });
  expect(sources).toMatchObject([
    {
      sourceId,
      title: "Handbook",
      used: { count: 5 },
      blame: { down: { count: 1 }, corrected: { count: 1 }, partlySupported: { count: 0 } },
    },
  ]);
  const [{ used, blame }] = sources as [(typeof sources)[number]];
  const slice = { from, to, sourceId };
  expect(used.conversations).toBe(await listed(slice));
  expect(blame.down.conversations).toBe(await listed({ ...slice, feedback: "down" }));
  expect(blame.corrected.conversations).toBe(await listed({ ...slice, corrected: true }));
  expect(unused.examples.map(({ title }) => title)).toEqual(["Unread"]);
});

test("what waits for the owner is told, the most pressing first, with what became better", async () => {
  const { needs, progress } = await getHome.run(owner, { twinId: asked.twinId });
  expect(needs).toMatchObject([
    { kind: "not_helpful", count: 1 },
    { kind: "open_question", count: 1 },
    { kind: "faceless" },
  ]);
  expect(progress).toMatchObject({
    release: { id: releaseId, number: 1 },
    tests: { now: null, before: null },
    taught: { corrections: 1 },
  });
  const { from, to } = progress!.answered.since;
  const { current } = await getOverview.run(owner, { ...asked, from, to });
  expect(progress!.answered.now).toBe(current.figures.shares.answered);
  const [first] = needs;
  const { items } = await listConversations.run(owner, {
    ...{ twinId: asked.twinId, limit: 10, feedback: "down", reviewed: false },
  });
  expect(first!.count).toBe(items.length);
});

test("twins stand beside each other, each with its own figures", async () => {
  const { id: idleId } = await createTwin.run(owner, { name: "Idle" });
  const { twinId: _, ...period } = asked;
  const { twins, from, to } = await compareTwins.run(owner, period);
  expect(twins.map(({ twinId }) => twinId)).toEqual([asked.twinId, idleId]);
  const [busy, idle] = twins;
  expect(busy!.current).toEqual((await getOverview.run(owner, asked)).current.figures);
  await agrees(busy!.current, { from, to });
  expect(idle).toMatchObject({ current: { questions: 0 }, previous: { questions: 0 }, costs: [] });
  expect((await compareTwins.run(stranger, period)).twins).toEqual([]);
});

test("another tenant learns nothing, and no time ends before it begins", async () => {
  const hidden = { code: "not_found", reason: "twin.not_found" };
  const limit = 5;
  for (const attempt of [
    () => getOverview.run(stranger, asked),
    () => getTimeseries.run(stranger, asked),
    () => getBreakdown.run(stranger, { ...asked, by: "channel" }),
    () => listTopics.run(stranger, { ...asked, limit }),
    () => listSourceFigures.run(stranger, { ...asked, limit }),
    () => getHome.run(stranger, { twinId: asked.twinId }),
  ]) {
    await expect(attempt()).rejects.toMatchObject(hidden);
  }
  const { from, to } = await today();
  const backwards = getOverview.run(owner, { ...asked, from: to, to: from });
  await expect(backwards).rejects.toMatchObject({ reason: "analytics.empty_period" });
});

/** The last of the days that a line is cut into. */
async function today() {
  const { points } = await getTimeseries.run(owner, { ...asked, bucket: "day" });
  const { from, to } = points.at(-1)!;
  return { from, to };
}
