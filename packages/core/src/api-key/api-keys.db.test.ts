import { expect, test } from "vitest";
import { openTestWorld } from "../testing/open-test-world.ts";
import { createApiKey, listApiKeys } from "./api-keys.ts";

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
