import { newId } from "@understudy/db/new-id";
import { replaceMembers } from "@understudy/db/queries/group-memberships";
import type { Spend } from "@understudy/db/queries/spend";
import type { ChatModel } from "@understudy/rag/chat/chat-model";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createAccessGroup, listAccessGroups } from "../access-group/access-groups.ts";
import { bookSpend } from "../budget/book-spend.ts";
import { reserveSpend } from "../budget/reserve-spend.ts";
import { askQuestion } from "../conversation/ask-question.ts";
import { startChat } from "../conversation/conversations.ts";
import type { VisitorActor } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { setBudget } from "../provider/set-budget.ts";
import { addText } from "../source/add-text.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import type { UsageLimit } from "./contract.ts";
import { countQuestion } from "./count-question.ts";
import { listSpenders } from "./counted.ts";
import { getUsage } from "./get-usage.ts";
import { setQuota } from "./set-quota.ts";

const PRICE = { currency: "USD", perMillionInputTokens: 1, perMillionOutputTokens: 1 };
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

const limit = (quota: object) => {
  const chat = { ...broken, price: PRICE };
  return setQuota.run({ ...owner, ports: { ...owner.ports, chat } }, setQuota.input.parse(quota));
};
const lineOf = async (line: Partial<UsageLimit>) => {
  const { limits } = await getUsage.run(owner, undefined);
  return limits.find((each) =>
    Object.entries(line).every(([field, value]) => each[field as keyof UsageLimit] === value),
  );
};
const visitorOf = (tenantId: string, twin: string): VisitorActor => {
  const id = newId();
  const nobody = { apiKeyId: null, widgetId: null, shareLinkId: null, origin: null };
  const visit = {
    visitorSessionId: newId(),
    visitorId: id,
    personId: id,
    channel: "page",
  } as const;
  const shown = { leadMissing: false, citationsShown: "full" } as const;
  return { kind: "visitor", tenantId, twinId: twin, ...visit, ...nobody, ...shown };
};
/** A new one that the key is in. */
const groupOf = async ({ actor }: Context) => {
  if (actor.kind !== "api_key") return undefined;
  const named = createAccessGroup.input.parse({ twinId, name: "Guests" });
  const { id } = await createAccessGroup.run(owner, named);
  const members = [{ kind: "key", value: actor.apiKeyId }] as const;
  await owner.transaction((tx) => replaceMembers(tx, { id, twinId }, { kinds: ["key"], members }));
  return id;
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

/** A visitor, a key and someone of the workspace ask; each of its kind, and each alone. */
const askers = {
  visitor: (): Context => ({ ...owner, actor: visitorOf(tenant.tenantId, twinId) }),
  key: () => tenant.asKey(null),
  owner: () => owner,
};
/** What one more question counts, or a call for it may take: a hundred tokens, or millionths. */
const takes = {
  messages: count,
  tokens: (ctx: Context) => reserve(ctx, { tokens: 100, microCost: 0 }),
  spend: (ctx: Context) => reserve(ctx, { tokens: 0, microCost: 100 }),
};
const reserve = (ctx: Context, spend: Spend) =>
  ctx.transaction(async (tx) => {
    const spenders = await listSpenders(tx, ctx.actor, twinId);
    const held = await reserveSpend(tx, { spenders, spend });
    return "exceeded" in held
      ? `over ${spenders.find(({ id }) => id === held.exceeded)?.of}`
      : "done";
  });

test.each([
  [50, "tenant", "messages", "day", 5, "owner"],
  [12, "twin", "messages", "month", 5, "key"],
  [12, "key", "messages", "month", 5, "key"],
  [12, "visitor", "messages", "day", 5, "visitor"],
  [50, "tenant", "spend", "month", 0.0005, "owner"],
  [12, "key", "tokens", "month", 500, "key"],
  [12, "group", "tokens", "month", 500, "key"],
  [12, "visitor", "spend", "month", 0.0005, "visitor"],
] as const)(
  "%i at once find exactly the room that the %s has in %s a %s",
  async (asked, of, metric, period, most, by) => {
    const asker = askers[by]();
    const subjectId = { twin: twinId, group: await groupOf(asker) }[of as string];
    await limit({ scope: of, ...(subjectId && { subjectId }), metric, period, limit: most });
    const outcomes = await Promise.all(Array.from({ length: asked }, () => takes[metric](asker)));
    const refusal = metric === "messages" ? `quota.messages_of_${of}` : `over ${of}`;
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === refusal)).toHaveLength(asked - 5);
    const used = {
      scope: "tenant" as const,
      metric,
      period,
      used: metric === "messages" ? 5 : most,
    };
    expect(await lineOf(used)).toBeDefined();
    if (of !== "tenant" && of !== "twin") expect(await takes[metric](askers[by]())).toBe("done");
  },
);

test("questions, and what answers took, are counted side by side without one waiting for the other for ever", async () => {
  const spend = { tokens: 1, microCost: 1 };
  const { tenantId } = tenant;
  const book = () =>
    owner
      .transaction((tx) =>
        bookSpend(
          tx,
          { tenantId, twinIds: [twinId] },
          [tenantId, twinId].map((subjectId) => ({ ...spend, subjectId })),
        ),
      )
      .then(() => "done");
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

test("a group's and a twin's limits are those of their other screens, and others see none of it", async () => {
  const group = await createAccessGroup.run(
    owner,
    createAccessGroup.input.parse({ twinId, name: "Guests" }),
  );
  const its = { scope: "group", subjectId: group.id } as const;
  await limit({ ...its, metric: "messages", period: "day", limit: 7 });
  await limit({ ...its, metric: "tokens", limit: 70 });
  const { items } = await listAccessGroups.run(owner, { twinId });
  expect(items[0]?.limits.groupPerDay).toBe(7);
  const name = "Guests of Busy";
  expect(await lineOf({ ...its, metric: "messages", period: "day", name, limit: 7 })).toBeDefined();
  expect(await lineOf({ ...its, metric: "tokens", name, limit: 70 })).toMatchObject({ used: 0 });
  await setBudget.run(owner, { twinId, tokensPerMonth: 900, costPerMonth: null });
  expect(await lineOf({ scope: "twin", metric: "tokens" })).toMatchObject({ limit: 900, used: 0 });
  expect(await reasonOf(limit({ scope: "visitor", metric: "sources", limit: 1 }))).toBe(
    "quota.holds_nothing",
  );
  const half = { metric: "messages", limit: 1.5 };
  expect(setQuota.input.safeParse(half).success).toBe(false);
  const stranger = (await world.newTenant()).as("owner");
  const theirs = { scope: "twin", subjectId: twinId, metric: "messages", limit: 1 } as const;
  expect(await reasonOf(setQuota.run(stranger, theirs))).toBe("twin.not_found");
  expect(
    (await getUsage.run(stranger, undefined)).limits.some(({ limit: most }) => most !== null),
  ).toBe(false);
});
