import { newId } from "@understudy/db/new-id";
import { insertReservation } from "@understudy/db/queries/reservations";
import { addSpent, listSpent } from "@understudy/db/queries/spend";
import type { ChatEvent, ChatModel } from "@understudy/rag/chat/chat-model";
import { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listJobLogs, listJobs } from "../job/jobs.ts";
import { retryJob } from "../job/retry-job.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { listProviders } from "../provider/list-providers.ts";
import { setBudget } from "../provider/set-budget.ts";
import { startReindex } from "../reindex/start-reindex.ts";
import { addText } from "../source/add-text.ts";
import { getStatus } from "../status/get-status.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { listSpenders } from "../usage/counted.ts";
import { withBudget } from "./meter-chat.ts";
import { meterEmbedder } from "./meter-embedder.ts";
import { payingFor } from "./meter-rerank.ts";
import { reserveSpend, settleSpend } from "./reserve-spend.ts";

const PRICE = { currency: "USD", perMillionInputTokens: 1, perMillionOutputTokens: 2 };
const REQUEST = {
  messages: [{ role: "user", content: "Hello" }],
  maxOutputTokens: 100,
  temperature: 0,
} as const;

let calls = 0;
/** Takes 70 tokens each time; what it says is the test's. */
function model(script: () => AsyncGenerator<ChatEvent>): ChatModel {
  return {
    model: "counted",
    price: PRICE,
    stream() {
      calls += 1;
      return script();
    },
  };
}
const takes70 = model(async function* () {
  yield { type: "text", text: "Hi." };
  yield { type: "end", finishReason: "stop", usage: { inputTokens: 50, outputTokens: 20 } };
});

/** Counts 10 tokens a text, whatever it says; tells so while `told` is on. */
const embedder: Embedder = {
  model: "counted",
  maxBatchSize: 8,
  price: { ...PRICE, perMillionOutputTokens: 0 },
  async embed(texts, { noteTokens }) {
    embedded.push(...texts);
    noteTokens?.(10 * texts.length);
    return texts.map(() => Float32Array.of(1, 0));
  },
};
const embedded: string[] = [];

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  world = await openTestWorld({ chat: takes70, embedder });
});
afterAll(() => world[Symbol.asyncDispose]());
const begin = async () => {
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Spender" })).id;
  calls = 0;
  embedded.length = 0;
};
const limit = (budget: object) => setBudget.run(owner, setBudget.input.parse(budget));
const budgetOf = async (id: string | null) =>
  (await listProviders.run(owner, {})).budgets.find((budget) => budget.twinId === id);

async function call(ctx: Context, chat?: ChatModel): Promise<string> {
  const metered = chat ? { ...ctx, ports: { ...ctx.ports, chat } } : ctx;
  try {
    const options = { signal: ctx.signal, correlationId: "test" };
    for await (const _ of withBudget(metered, twinId).ports.chat!.stream(REQUEST, options));
    return "answered";
  } catch (error) {
    if (error instanceof ModelFailure) return error.reason;
    throw error;
  }
}

test("without a limit what is taken is counted, for the twin and for the tenant", async () => {
  await begin();
  expect(await Promise.all([call(owner), call(owner)])).toEqual(["answered", "answered"]);
  const taken = { tokensUsed: 140, costUsed: 0.00018, isExhausted: false, tokensPerMonth: null };
  expect(await budgetOf(twinId)).toMatchObject(taken);
  expect(await budgetOf(null)).toMatchObject(taken);
});

test.each([
  ["the tenant's", () => ({ tokensPerMonth: 500 })],
  ["the twin's", () => ({ twinId, tokensPerMonth: 500 })],
  ["the tenant's in money", () => ({ costPerMonth: 0.0006 })],
])("%s limit holds exactly, however many ask at once", async (_, quota) => {
  await begin();
  await limit(quota());
  const other = tenant.asKey(null);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_each, i) => call(i % 2 ? owner : other)),
  );
  const { tokensUsed, costUsed } = (await budgetOf(null))!;
  const answered = outcomes.filter((outcome) => outcome === "answered").length;
  expect(answered).toBeGreaterThan(0);
  expect(outcomes.filter((outcome) => outcome === "model.over_budget")).toHaveLength(20 - answered);
  expect(calls).toBe(answered);
  expect(tokensUsed).toBe(70 * answered);
  expect(tokensUsed).toBeLessThanOrEqual(500);
  expect(costUsed).toBeLessThanOrEqual(0.0006);
});

test("a raised limit lets the next call through, and a used one is told of", async () => {
  await begin();
  await limit({ twinId, tokensPerMonth: 0 });
  expect(await call(owner)).toBe("model.over_budget");
  const { dependencies } = await getStatus.run(owner, {});
  const detail = expect.stringContaining("Spender");
  expect(dependencies).toContainEqual({
    name: "budget",
    required: false,
    state: "degraded",
    detail,
  });
  await limit({ twinId, tokensPerMonth: 10_000 });
  expect(await call(owner)).toBe("answered");
  expect((await getStatus.run(owner, {})).dependencies).toContainEqual(
    expect.objectContaining({ name: "budget", state: "ok" }),
  );
});

test("what a call took is booked as far as it came", async () => {
  await begin();
  const refused = model(async function* () {
    yield* [];
    throw new ModelFailure("model.refused_key", "no");
  });
  expect(await call(owner, refused)).toBe("model.refused_key");
  expect(await budgetOf(null)).toMatchObject({ tokensUsed: 0 });
  const torn = model(async function* () {
    yield { type: "text", text: "Hi there." };
    throw new ModelFailure("model.cut_off", "torn");
  });
  expect(await call(owner, torn)).toBe("model.cut_off");
  expect((await budgetOf(null))!.tokensUsed).toBeGreaterThan(0);
});

test("what a process that died had kept is booked, once, for all that it was counted for", async () => {
  await begin();
  await limit({ tokensPerMonth: 1_000 });
  const { tenantId } = tenant;
  const [visitorId, kept] = [newId(), { tokens: 300, microCost: 0 }];
  const payers = { tenantId, twinId, others: [visitorId] };
  const reservation = { ...kept, subjectId: twinId, others: [visitorId], seconds: -1 };
  const dead = await owner.transaction((tx) => insertReservation(tx, reservation));
  const reserve = (tokens: number) =>
    owner.transaction(async (tx) => {
      const spenders = await listSpenders(tx, owner.actor, twinId);
      return reserveSpend(tx, { spenders, spend: { tokens, microCost: 0 } });
    });
  expect(await reserve(701)).toEqual({ exceeded: tenantId });
  expect(await reserve(700)).toMatchObject({ reservationId: expect.any(String) });
  await owner.transaction((tx) => settleSpend(tx, { reservationId: dead, payers, spend: kept }));
  const spent = await owner.transaction((tx) => listSpent(tx, [tenantId, twinId, visitorId]));
  expect(spent.map(({ tokens }) => tokens)).toEqual([300, 300, 300]);
});

test("embeddings are booked as the provider counted them, and where they have no room words find all the same", async () => {
  await begin();
  const teach = async (title: string, text: string) => {
    const { jobId } = await addText.run(owner, { twinId, title, text });
    await world.runJobs(tenant);
    const { items } = await listJobLogs.run(owner, { jobId: jobId!, limit: 50 });
    return items.map(({ message }) => message).join();
  };
  const search = async (query: string) =>
    (await searchKnowledge.run(owner, { twinId, query, limit: 3 })).passages;
  await teach("Log", "The lamp is lit at dusk.");
  expect(await budgetOf(twinId)).toMatchObject({ tokensUsed: 10, costUsed: 0.00001 });
  await search("When is the lamp lit?");
  expect(await budgetOf(null)).toMatchObject({ tokensUsed: 20 });

  await limit({ twinId, tokensPerMonth: 20 });
  expect(await teach("Boats", "The dinghy is red.")).toContain("budget has no room");
  const [found] = await search("Which colour is the dinghy?");
  expect(found).toMatchObject({ text: "The dinghy is red." });
  expect(embedded).toHaveLength(2);
  await expect(startReindex.run(owner, { twinId, model: "counted" })).resolves.toBeTruthy();
  await world.runJobs(tenant, "index_fill");
  const { items } = await listJobs.run(owner, { limit: 1, kind: "index_fill" });
  expect(items[0]).toMatchObject({ status: "failed", failure: { reason: "model.over_budget" } });
  expect(await budgetOf(twinId)).toMatchObject({ tokensUsed: 20 });

  await limit({ twinId, tokensPerMonth: 1_000 });
  await retryJob.run(owner, { jobId: items[0]!.id });
  await world.runJobs(tenant, "index_fill");
  expect(embedded).toContain("The dinghy is red.");
});

test("a call that failed takes nothing of a budget, one that was left takes what it might have", async () => {
  await begin();
  const embed = (failing: Embedder["embed"], signal: AbortSignal) =>
    meterEmbedder(owner, twinId, { ...embedder, embed: failing })
      .embed(["How long is this?"], { signal, correlationId: "test" })
      .catch((error: Error) => error.message);
  const gone = AbortSignal.abort(new Error("gone"));
  const refuses = () => Promise.reject(new ModelFailure("model.overloaded", "busy"));
  expect(await embed(refuses, owner.signal)).toBe("busy");
  expect(await budgetOf(twinId)).toMatchObject({ tokensUsed: 0 });
  expect(await embed(() => Promise.reject(gone.reason), gone)).toBe("gone");
  expect((await budgetOf(twinId))!.tokensUsed).toBeGreaterThan(0);
});

test("a reranker is paid from a budget in money, by the search", async () => {
  await begin();
  await limit({ costPerMonth: 0.003 });
  const { payFor } = payingFor(owner, twinId);
  const search = () => payFor!(0.002, async () => "ranked", owner.signal);
  expect(await search()).toBe("ranked");
  await expect(search()).rejects.toMatchObject({ reason: "model.over_budget" });
  expect(await budgetOf(null)).toMatchObject({ tokensUsed: 0, costUsed: 0.002 });
});

test("another tenant's counters are its own, and a limit in money needs a price", async () => {
  await begin();
  await owner.transaction((tx) =>
    addSpent(tx, tenant.tenantId, [{ subjectId: tenant.tenantId, tokens: 5, microCost: 0 }]),
  );
  const stranger = await world.newTenant();
  const [theirs] = (await listProviders.run(stranger.as("owner"), {})).budgets;
  expect(theirs).toMatchObject({ twinId: null, tokensUsed: 0 });
  await expect(
    setBudget.run(stranger.as("owner"), setBudget.input.parse({ twinId, tokensPerMonth: 1 })),
  ).rejects.toMatchObject({ code: "not_found" });
  const unpriced = { ...owner, ports: { ...owner.ports, chat: { ...takes70, price: null } } };
  await expect(
    setBudget.run(unpriced, setBudget.input.parse({ costPerMonth: 1 })),
  ).rejects.toMatchObject({ reason: "budget.no_price" });
});
