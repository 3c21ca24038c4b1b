import { expect, test } from "vitest";
import { createUnderstudyClient } from "./create-client.ts";

const made = () => Response.json({ result: { data: { id: "t1", handle: "keeper" } } });

test("what is made carries a key, each its own, and the same one when it is sent again", async () => {
  const sent: { address: string; key: string | null }[] = [];
  const replies = [() => Promise.reject(new TypeError("fetch failed")), made, made, made];
  const { api } = createUnderstudyClient({
    url: "https://twins.example",
    apiKey: "us_sk_test",
    fetch: async (address, init) => {
      const key = new Headers(init?.headers).get("idempotency-key");
      sent.push({ address: String(address), key });
      return replies.shift()!();
    },
  });
  await api.twin.create.mutate({ name: "Keeper" });
  await Promise.all([
    api.twin.create.mutate({ name: "Keeper" }),
    api.twin.create.mutate({ name: "Keeper" }, { context: { idempotencyKey: "mine" } }),
  ]);
  const keys = sent.map(({ key }) => key);
  expect(sent.map(({ address }) => address)).toEqual(
    Array(4).fill("https://twins.example/trpc/twin.create"),
  );
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(new Set(keys)).toEqual(new Set([keys[0], keys[2], "mine"]));
});
