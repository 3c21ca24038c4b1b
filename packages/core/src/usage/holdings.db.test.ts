import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createApiKey } from "../api-key/api-keys.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { addText } from "../source/add-text.ts";
import { removeSource, restoreSource } from "../source/remove-source.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import type { SetQuotaInput } from "./contract.ts";
import { getUsage } from "./get-usage.ts";
import { setQuota } from "./set-quota.ts";

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
  twinId = (await createTwin.run(owner, { name: "Full" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

async function newKey(): Promise<Context & { id: string }> {
  const made = createApiKey.input.parse({ name: "Importer", kind: "secret" });
  const { id } = await createApiKey.run(owner, made);
  const key = tenant.asKey(null);
  if (key.actor.kind !== "api_key") throw new Error("no key");
  return { ...key, actor: { ...key.actor, apiKeyId: id }, id };
}
const limit = (quota: Partial<SetQuotaInput>) => setQuota.run(owner, setQuota.input.parse(quota));
let matter = 0;
const add = (ctx: Context, to = twinId) => {
  matter += 1;
  const title = `Matter ${matter}`;
  return addText.run(ctx, { twinId: to, title, text: `All about ${title}.` });
};
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof DomainError) return error.reason;
      throw error;
    },
  );
const addAtOnce = (...contexts: Context[]) =>
  Promise.all(contexts.map((ctx) => reasonOf(add(ctx)))).then((outcomes) => outcomes.sort());
const lineOf = async (scope: string, metric: string, subjectId: string) =>
  (await getUsage.run(owner, undefined)).limits.find(
    (line) => line.scope === scope && line.metric === metric && line.subjectId === subjectId,
  );

test("a key adds exactly as many sources as it may, and one more when one of them is removed", async () => {
  const key = await newKey();
  await limit({ scope: "key", subjectId: key.id, metric: "sources", limit: 2 });
  const [mine] = [await add(key)];
  const outcomes = await addAtOnce(...Array<Context>(5).fill(key));
  expect(outcomes).toEqual(["done", ...Array(4).fill("quota.sources_of_key")]);
  expect(await lineOf("key", "sources", key.id)).toMatchObject({ limit: 2, used: 2 });
  expect(await reasonOf(add(owner))).toBe("done");
  expect(await reasonOf(add(await newKey()))).toBe("done");
  await removeSource.run(owner, { sourceId: mine!.id });
  expect(await addAtOnce(key, key)).toEqual(["done", "quota.sources_of_key"]);
  expect(await reasonOf(restoreSource.run(owner, { sourceId: mine!.id }))).toBe(
    "quota.sources_of_key",
  );
});

test("a limit of each key holds for each by itself", async () => {
  await limit({ scope: "key", metric: "sources", limit: 1 });
  const [one, other] = [await newKey(), await newKey()];
  expect(await addAtOnce(one, one)).toEqual(["done", "quota.sources_of_key"]);
  expect(await addAtOnce(other, other)).toEqual(["done", "quota.sources_of_key"]);
});

test("a twin holds what it may, whoever adds it, and others hold on", async () => {
  const { id: other } = await createTwin.run(owner, { name: "Roomy" });
  await limit({ scope: "twin", subjectId: twinId, metric: "sources", limit: 2 });
  const key = await newKey();
  expect(await addAtOnce(owner, key, owner, key)).toEqual([
    "done",
    "done",
    "quota.sources_of_twin",
    "quota.sources_of_twin",
  ]);
  expect(await reasonOf(add(key, other))).toBe("done");
  expect(await lineOf("twin", "sources", twinId)).toMatchObject({ limit: 2, used: 2 });
});

test("what a key added takes as much storage as it may", async () => {
  const key = await newKey();
  await add(key);
  const { used } = (await lineOf("key", "storageBytes", key.id))!;
  expect(used).toBeGreaterThan(0);
  await limit({ scope: "key", subjectId: key.id, metric: "storageBytes", limit: used! + 5 });
  expect(await reasonOf(add(key))).toBe("quota.storage_of_key");
  expect(await reasonOf(add(owner))).toBe("done");
});

test.each(["visitor", "group"] as const)(
  "a %s adds nothing that could be limited",
  async (scope) => {
    for (const metric of ["sources", "storageBytes"] as const) {
      expect(await reasonOf(limit({ scope, metric, limit: 1 }))).toBe("quota.holds_nothing");
    }
  },
);
