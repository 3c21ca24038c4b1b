import { openAiChat } from "@understudy/rag/chat/openai-chat";
import {
  startWireDouble,
  type WireDouble,
  type WireReply,
} from "@understudy/rag/chat/testing/wire-double";
import { answers, showsPage } from "@understudy/rag/chat/testing/wire-replies";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { listProviders } from "../provider/list-providers.ts";
import { setBudget } from "../provider/set-budget.ts";
import { openTestWorld, type TestWorld } from "../testing/open-test-world.ts";
import { updateTwin } from "../twin/twins.ts";
import { keepTwins, PAINTED } from "./testing/keeper-twin.ts";

const WRITTEN = answers("It was in 1931. ⟦1|in the spring of 1931⟧");
const DEMAND = "It names the year, and is polite.";

let verdict: WireReply;
let wire: WireDouble;
let world: TestWorld;
let owner: Context;
let keeping: ReturnType<typeof keepTwins>;

beforeAll(async () => {
  wire = await startWireDouble((response, request) =>
    (JSON.stringify(request.body).includes(DEMAND) ? verdict : WRITTEN)(response, request),
  );
  const chat = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "scripted" });
  world = await openTestWorld({ chat });
  const tenant = await world.newTenant();
  owner = tenant.as("owner");
  keeping = keepTwins(world, tenant, owner);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await wire[Symbol.asyncDispose]();
});

async function newTwin() {
  const { twinId } = await keeping.newTwin();
  await keeping.addTest(twinId, PAINTED, { kind: "judged", demand: DEMAND });
  return twinId;
}

test("a model's verdict decides, and what gave none is skipped and keeps a draft from being published", async () => {
  const twinId = await newTwin();
  const cases: [WireReply, object, string][] = [
    [showsPage(), { verdict: "skipped", because: "model_failed" }, "blocked"],
    [answers("Maybe."), { verdict: "skipped", because: "model_unclear" }, "blocked"],
    [answers("NO, it is curt."), { verdict: "failed", remark: "it is curt." }, "blocked"],
    [answers("YES, 1931."), { verdict: "passed", because: null, remark: "1931." }, "published"],
  ];
  for (const [at, [reply, judged, outcome]] of cases.entries()) {
    verdict = reply;
    await updateTwin.run(owner, { twinId, headline: `Keeper ${at}` });
    const { results, summary } = await keeping.run(twinId);
    expect(results[0]!.tested).toMatchObject({ text: "It was in 1931.", judged: [judged] });
    expect(summary.passed).toBe(outcome === "published" ? 1 : 0);
    expect(await keeping.publish(twinId)).toMatchObject({ status: outcome });
  }
});

test("judging is booked on the twin's budget, and a used one leaves the test skipped", async () => {
  const twinId = await newTwin();
  verdict = answers("YES.");
  const { tokensSpent } = await keeping.run(twinId);
  const { budgets } = await listProviders.run(owner, {});
  // One call wrote and one judged, of 150 tokens each.
  expect(tokensSpent).toBe(300);
  expect(budgets.find((budget) => budget.twinId === twinId)).toMatchObject({ tokensUsed: 300 });
  await setBudget.run(owner, setBudget.input.parse({ twinId, tokensPerMonth: 0 }));
  const { results } = await keeping.run(twinId);
  expect(results[0]!.tested).toMatchObject({
    writer: "quotation",
    verdict: "skipped",
    judged: [{ because: "over_budget" }],
  });
});
