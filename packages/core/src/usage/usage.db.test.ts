import type { ChatModel } from "@understudy/rag/chat/chat-model";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createAccessGroup, listAccessGroups } from "../access-group/access-groups.ts";
import { bookSpend } from "../budget/book-spend.ts";
import { askQuestion } from "../conversation/ask-question.ts";
import { startChat } from "../conversation/conversations.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { addText } from "../source/add-text.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import type { UsageLimit } from "./contract.ts";
import { countQuestion } from "./count-question.ts";
import { getUsage } from "./get-usage.ts";
import { setQuota } from "./set-quota.ts";

const broken: ChatModel = {
  model: "broken",
  price: null,
  stream: () => {
    throw new Error("It broke.");
  },
};

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  world = await openTestWorld();
});
beforeEach(async () => {
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Busy" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

const limit = (quota: object) => setQuota.run(owner, setQuota.input.parse(quota));
const lineOf = async (line: Partial<UsageLimit>) => {
  const { limits } = await getUsage.run(owner, undefined);
  return limits.find((each) =>
    Object.entries(line).every(([field, value]) => each[field as keyof UsageLimit] === value),
  );
};
const reasonOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return error.reason;
    throw error;
  }
};
const count = (ctx: Context) =>
  reasonOf(ctx.transaction((tx) => countQuestion(tx, ctx.actor, twinId)));

test.each([
  [50, "tenant", "day", () => ({ scope: "tenant" })],
  [12, "twin", "month", () => ({ scope: "twin", subjectId: twinId })],
  [12, "key", "month", () => ({ scope: "key" })],
] as const)(
  "%i questions at once find exactly the room that the %s has in a %s",
  async (asked, of, period, whose) => {
    await limit({ ...whose(), metric: "messages", period, limit: 5 });
    const key = tenant.asKey(null);
    const outcomes = await Promise.all(Array.from({ length: asked }, () => count(key)));
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === `quota.messages_of_${of}`)).toHaveLength(
      asked - 5,
    );
    expect(await lineOf({ scope: "tenant", metric: "messages", period: "day" })).toMatchObject({
      used: 5,
    });
    if (of === "key") expect(await count(tenant.asKey(null))).toBe("done");
  },
);

test("questions, and what answers took, are counted side by side without one waiting for the other for ever", async () => {
  const spend = { tokens: 1, microCost: 1 };
  const book = () =>
    owner.transaction((tx) => bookSpend(tx, [tenant.tenantId, twinId], spend)).then(() => "done");
  const both = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? count(owner) : book()));
  expect(new Set(await Promise.all(both))).toEqual(new Set(["done"]));
});

test("who is refused is told when to come back, and what failed on our side is given back", async () => {
  await limit({ metric: "messages", period: "day", limit: 1 });
  const { id: conversationId } = await startChat.run(owner, { twinId });
  const ask = async (ctx: Context) => {
    let last = "";
    for await (const events of askQuestion(ctx, { conversationId, message: "Who?" })) {
      last = events.at(-1)!.type;
    }
    return last;
  };
  const failing = { ...owner, ports: { ...owner.ports, chat: broken } };
  await ask({ ...failing, forMaking: (signal) => ({ ...failing, signal }) });
  expect((await lineOf({ scope: "tenant", metric: "messages", period: "day" }))?.used).toBe(0);
  expect(await ask(owner)).toBe("done");
  const refused = ask(owner);
  await expect(refused).rejects.toMatchObject({ reason: "quota.messages_of_tenant" });
  const { retryAfterSeconds } = (await refused.catch(
    (error: DomainError) => error as DomainError,
  )) as DomainError;
  expect(retryAfterSeconds).toBeGreaterThan(0);
  expect(retryAfterSeconds).toBeLessThanOrEqual(86_400);
});

test("sources and bytes are held to their quotas, however many are added at once", async () => {
  await limit({ metric: "sources", limit: 3 });
  const add = (title: string) =>
    reasonOf(addText.run(owner, { twinId, title, text: `About ${title}.` }));
  const outcomes = await Promise.all(Array.from({ length: 8 }, (_, i) => add(`matter ${i}`)));
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(3);
  expect(outcomes.filter((outcome) => outcome === "quota.sources")).toHaveLength(5);
  await limit({ metric: "sources", limit: null });
  const held = await lineOf({ metric: "storageBytes" });
  await limit({ metric: "storageBytes", limit: held!.used! + 5 });
  expect(await add("something longer than that")).toBe("quota.storage");
});

test("a group's and a budget's limits are the same from here, and others see none of it", async () => {
  const group = await createAccessGroup.run(
    owner,
    createAccessGroup.input.parse({ twinId, name: "Guests" }),
  );
  await limit({ scope: "group", subjectId: group.id, metric: "messages", period: "day", limit: 7 });
  const { items } = await listAccessGroups.run(owner, { twinId });
  expect(items[0]?.limits.groupPerDay).toBe(7);
  await limit({ scope: "twin", subjectId: twinId, metric: "tokens", limit: 900 });
  expect(await lineOf({ scope: "twin", metric: "tokens" })).toMatchObject({ limit: 900, used: 0 });
  expect(await reasonOf(limit({ scope: "visitor", metric: "sources", limit: 1 }))).toBe(
    "quota.not_offered",
  );
  const stranger = (await world.newTenant()).as("owner");
  const theirs = { scope: "twin", subjectId: twinId, metric: "messages", limit: 1 } as const;
  expect(await reasonOf(setQuota.run(stranger, theirs))).toBe("twin.not_found");
  expect(
    (await getUsage.run(stranger, undefined)).limits.some(({ limit: most }) => most !== null),
  ).toBe(false);
});
