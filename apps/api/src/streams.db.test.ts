import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { EventSource } from "eventsource";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppRouter } from "./router.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf } from "./testing/test-session.ts";

let app: TestApp;
let world: TenantWorld;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
});
afterAll(() => app[Symbol.asyncDispose]());

async function makeClient() {
  const created = world.owner.mutate("apiKey.create", { name: "client", kind: "secret" });
  const { id, key } = await resultOf<{ id: string; key: string }>(created);
  const headers = { authorization: `Bearer ${key}` };
  const url = `${app.url}/trpc`;
  const eventSourceOptions = {
    fetch: (address: string | URL, init: RequestInit) =>
      fetch(address, { ...init, headers: { ...headers, accept: "text/event-stream" } }),
  };
  const client = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({ url, EventSource, eventSourceOptions }),
        false: httpLink({ url, headers }),
      }),
    ],
  });
  return { id, client };
}

type Client = Awaited<ReturnType<typeof makeClient>>["client"];

/** Watches the twin's sources until something ends it. */
function watch(client: Client) {
  const seen: { type: string }[] = [];
  const connected = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<unknown>();
  client.source.watch.subscribe(
    { twinId: world.ids.twinId },
    {
      onStarted: () => connected.resolve(),
      onData: (change) => seen.push(change),
      onError: (error) => ended.resolve(error),
      onComplete: () => ended.resolve(null),
    },
  );
  return { seen, connected: connected.promise, ended: ended.promise };
}

describe("a watched twin", () => {
  it("tells each change of a source and its job, until live", async () => {
    const { client } = await makeClient();
    const watching = watch(client);
    await watching.connected;
    await client.source.addText.mutate({
      twinId: world.ids.twinId,
      title: "New",
      text: "Fresh words.",
    });
    await expect
      .poll(() => JSON.stringify(watching.seen), { timeout: 15_000 })
      .toContain('"status":"live"');
    expect(new Set(watching.seen.map(({ type }) => type))).toEqual(new Set(["source", "job"]));
  });

  it("is closed within seconds of the key's revocation", async () => {
    const { id, client } = await makeClient();
    const watching = watch(client);
    await watching.connected;
    const revokedAt = performance.now();
    await resultOf(world.owner.mutate("apiKey.revoke", { apiKeyId: id }));
    expect(await watching.ended).toMatchObject({
      data: { code: "UNAUTHORIZED", reason: "credential.refused" },
    });
    expect(performance.now() - revokedAt).toBeLessThan(5_000);
  });

  it("is told at once, and may try again, when the process leaves", async () => {
    const headers = { ...world.owner.headers, accept: "text/event-stream" };
    const input = encodeURIComponent(JSON.stringify({ twinId: world.ids.twinId }));
    const reply = await fetch(`${app.url}/trpc/source.watch?input=${input}`, { headers });
    setTimeout(() => app.drain.abort(), 50);
    const told = await reply.text();
    expect(told).toContain("event: serialized-error");
    expect(told).toContain('"reason":"server.stopping"');
  });
});
