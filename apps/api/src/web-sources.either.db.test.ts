import { setTimeout as delay } from "node:timers/promises";
import { type Site, startSite } from "@understudy/core/egress/testing/start-site";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { resultOf, signUp, type TestSession } from "./testing/test-session.ts";

interface Source {
  id: string;
  status: string;
  jobId: string;
  url: string;
  failure?: { reason: string };
  lastRefresh?: { id: string };
}

let app: TestApp;
let site: Site;
let canary: Site;
let owner: TestSession;
let twin: { id: string; handle: string };

beforeAll(async () => {
  canary = await startSite((_, reply) => reply.end("secret"));
  site = await startSite(({ url }, reply) => {
    if (url === "/trap") return reply.writeHead(302, { location: canary.url }).end();
    if (url === "/loop") return reply.writeHead(302, { location: "/loop" }).end();
    reply.setHeader("content-type", url === "/picture" ? "image/png" : "text/html");
    if (url !== "/endless") return reply.end("<title>Kelp</title><p>Kelp is cut in May.</p>");
    const pour = () => void (reply.destroyed || reply.write("x".repeat(65_536), pour));
    pour();
  });
  app = await startTestApp({ EGRESS_ALLOW: site.host });
  await app.work();
  owner = await signUp(app.url, "Ada");
  twin = await resultOf(owner.mutate("twin.create", { name: "Diver" }));
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
  await canary[Symbol.asyncDispose]();
});

const add = (url: string) => owner.mutate("source.addUrl", { twinId: twin.id, url });

async function ended(path: string): Promise<Source> {
  const { id } = await resultOf<Source>(add(`${site.url}${path}`));
  return lookUntilEnded(id);
}

async function lookUntilEnded(id: string): Promise<Source> {
  for (let look = 0; look < 300; look += 1) {
    const source = await resultOf<Source>(owner.query("source.get", { sourceId: id }));
    if (source.status !== "processing") return source;
    await delay(50);
  }
  throw new Error("the source did not end");
}

describe("a page of the web", () => {
  it("goes live through the door, and its citations lead to it", async () => {
    const source = await ended("/kelp");
    expect(source).toMatchObject({ status: "live", title: "Kelp", url: `${site.url}/kelp` });
    const key = await resultOf<{ key: string }>(
      owner.mutate("apiKey.create", { name: "k", kind: "secret" }),
    );
    const reply = await fetch(`${app.url}/v1/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key.key}` },
      body: JSON.stringify({
        model: twin.handle,
        messages: [{ role: "user", content: "When is kelp cut?" }],
      }),
    });
    expect(await reply.json()).toMatchObject({
      citations: [{ sourceId: source.id, sourceUrl: `${site.url}/kelp` }],
    });
  });

  it.each([
    ["/trap", "source.blocked_address"],
    ["/loop", "source.too_many_redirects"],
    ["/endless", "source.too_large"],
    ["/picture", "source.unsupported"],
  ])("at %s ends once, as failed with the reason %s", async (path, reason) => {
    const source = await ended(path);
    expect(source).toMatchObject({ status: "failed", failure: { reason } });
    const job = await resultOf(owner.query("job.get", { jobId: source.jobId }));
    expect(job).toMatchObject({ status: "failed", attempt: 1, failure: { reason } });
    expect(canary.connections).toBe(0);
  });

  it("brings its site along through the door, with a report, and is looked at before", async () => {
    const twinId = (await resultOf<{ id: string }>(owner.mutate("twin.create", { name: "Bay" })))
      .id;
    const asked = { twinId, url: `${site.url}/bay`, as: "site" };
    const preflight = await resultOf(owner.query("source.preflight", asked));
    expect(preflight).toMatchObject({ items: [{ kind: "sitemap", title: "Kelp", problem: null }] });
    const added = await resultOf<Source>(
      owner.mutate("source.crawl", { twinId, url: asked.url, maxPages: 5 }),
    );
    const source = await lookUntilEnded(added.id);
    expect(source).toMatchObject({ kind: "sitemap", status: "live", pages: { live: 1 } });
    const syncId = source.lastRefresh?.id;
    const report = await resultOf(owner.query("source.listSyncPages", { syncId }));
    expect(report).toMatchObject({ items: [{ address: asked.url, outcome: "added" }] });
  });

  it("is refused at once where the address itself is private", async () => {
    for (const url of [canary.url, "http://[::ffff:7f00:1]/", "http://169.254.169.254/"]) {
      const reply = await add(url);
      expect(reply.status).toBe(400);
      expect(await reply.text()).toContain("source.blocked_address");
    }
    expect(canary.connections).toBe(0);
  });
});
