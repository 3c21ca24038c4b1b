import { expect, test } from "vitest";
import { openTestWorld } from "../testing/open-test-world.ts";
import { createApiKey, listApiKeys } from "./api-keys.ts";
import { rotateApiKey } from "./rotate-api-key.ts";

test("a key that would have expired already is refused, and none is made", async () => {
  await using world = await openTestWorld();
  const owner = (await world.newTenant()).as("owner");
  const create = (expiresAt: string) =>
    createApiKey.run(owner, { name: "CI", kind: "secret", expiresAt });
  await expect(create(new Date(Date.now() - 1_000).toISOString())).rejects.toMatchObject({
    code: "invalid",
    reason: "apiKey.already_expired",
  });
  expect((await listApiKeys.run(owner, { limit: 10 })).items).toEqual([]);
  await create(new Date(Date.now() + 60_000).toISOString());
  expect((await listApiKeys.run(owner, { limit: 10 })).items).toHaveLength(1);
});

test("a rotated key has its successor's rights, ends with the overlap, and is rotated once", async () => {
  await using world = await openTestWorld();
  const owner = (await world.newTenant()).as("owner");
  const { id, key } = await createApiKey.run(owner, {
    name: "CI",
    kind: "secret",
    scopes: ["twin.ask"],
  });
  const next = await rotateApiKey.run(owner, { apiKeyId: id, overlapHours: 2 });
  expect(next).toMatchObject({ name: "CI", scopes: ["twin.ask"], expiresAt: null });
  expect(next.key).not.toBe(key);
  const { items } = await listApiKeys.run(owner, { limit: 10 });
  const old = items.find((each) => each.id === id);
  expect(old?.replacedBy).toBe(next.id);
  const hoursLeft = (Date.parse(old?.expiresAt ?? "") - Date.now()) / 3_600_000;
  expect(hoursLeft).toBeGreaterThan(1.9);
  expect(hoursLeft).toBeLessThanOrEqual(2);
  await expect(rotateApiKey.run(owner, { apiKeyId: id, overlapHours: 2 })).rejects.toMatchObject({
    reason: "apiKey.replaced",
  });
  await rotateApiKey.run(owner, { apiKeyId: next.id, overlapHours: 0 });
  await expect(
    rotateApiKey.run(owner, { apiKeyId: next.id, overlapHours: 0 }),
  ).rejects.toMatchObject({ code: "not_found" });
});
