import type { Message } from "@understudy/core/conversation/contract";
import { snapshotTenant } from "@understudy/db/testing/snapshot-tenant";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askTwin, postMessage } from "./testing/ask-twin.ts";
import { procedures } from "./testing/procedures.ts";
import { settleJobs } from "./testing/settle-jobs.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { call, makeTenantWorld, sampleInput, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf, sessionWith, type TestSession } from "./testing/test-session.ts";
import { comeIn, pageAt, refusalOf } from "./testing/visit.ts";

const SHOP = "https://shop.example";
const OTHER = "https://other.example";
const CANARY = "Kereva-instructions";
let app: TestApp;
let world: TenantWorld;
let publishableKey: string;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  const { twinId } = world.ids;
  await resultOf(
    world.owner.mutate("twin.update", { twinId, instructions: CANARY, purpose: CANARY }),
  );
  await resultOf(
    world.owner.mutate("release.publish", { twinId, override: "Not what is tested here." }),
  );
  ({ publishableKey } = await makeWidget([SHOP]));
  await makeWidget([OTHER]);
});
afterAll(() => app[Symbol.asyncDispose]());

function makeWidget(allowedDomains: string[]) {
  const { twinId } = world.ids;
  const made = world.owner.mutate("widget.create", { twinId, allowedDomains });
  return resultOf<{ id: string; publishableKey: string; snippet: string }>(made);
}

const QUESTION = "Is the Ada lighthouse striped?";
const visit = (more = {}) => comeIn(app.url, { publishableKey }, { origin: SHOP, ...more });

describe("a visitor", () => {
  it("asks where the widget stands, gets a cited answer, and finds it again", async () => {
    const { visitor, visit: started } = await visit();
    const { conversationId, resumeToken } = started;
    const { message } = await askTwin(visitor, { conversationId, message: QUESTION });
    expect(message).toMatchObject({ status: "complete", answered: true });
    expect(message.citations[0]).toMatchObject({ sourceTitle: "Ada note" });
    const rated = { messageId: message.id, rating: "up", comment: "Thanks." };
    expect(await resultOf(visitor.mutate("visitor.feedback", rated))).toMatchObject({
      feedback: { rating: "up", comment: "Thanks." },
    });
    const again = await visit({ resumeToken });
    expect(again.visit).toMatchObject({ conversationId, resumeToken, isContinued: true });
    const history = await resultOf<{ messages: { text: string }[] }>(
      again.visitor.query("visitor.history", { conversationId }),
    );
    expect(history.messages.map(({ text }) => text)).toEqual([QUESTION, message.text]);
    const fresh = await visit({ resumeToken, fresh: true });
    expect(fresh.visit).toMatchObject({ isContinued: false });
    expect(fresh.visit.conversationId).not.toBe(conversationId);
    const { items } = await resultOf<{ items: { id: string; channel: string }[] }>(
      world.owner.query("conversation.list", { twinId: world.ids.twinId, channel: "widget" }),
    );
    expect(items).toMatchObject([{ id: conversationId, channel: "widget" }]);
    const spoken = postMessage(world.owner, { conversationId, message: "As the visitor." });
    expect(await refusalOf(spoken)).toEqual({ status: 403, reason: "conversation.of_visitor" });
  });

  it("sees of citations what the release lets visitors see", async () => {
    const { twinId } = world.ids;
    const publish = async (citationVisibility: string) => {
      const boundaries = { citationVisibility };
      await resultOf(world.owner.mutate("twin.update", { twinId, boundaries }));
      await resultOf(world.owner.mutate("release.publish", { twinId }));
    };
    const { visitor, visit: own } = await visit();
    const { conversationId } = own;
    const seen = async () => {
      const { events } = await askTwin(visitor, { conversationId, message: QUESTION });
      const told = visitor.query("visitor.history", { conversationId });
      const { messages } = await resultOf<{ messages: Message[] }>(told);
      const streamed = events.filter(({ type }) => type === "citation").length;
      return [streamed, messages.at(-1)!.citations.length];
    };
    await publish("none");
    expect(await seen()).toEqual([0, 0]);
    await publish("full");
    expect(await seen()).toEqual([1, 1]);
  });

  it("learns the twin's face, and nothing of how it is made", async () => {
    const page = pageAt(app.url, SHOP);
    const via = { publishableKey };
    const face = await (await page.query("visitor.face", { via })).text();
    const started = await (await page.mutate("visitor.start", { via })).text();
    for (const told of [face, started]) {
      expect(told).toContain("Ada twin");
      expect(told).not.toContain(CANARY);
      expect(told).not.toContain("@example.com");
      expect(told).not.toContain(world.ids.twinId);
    }
    const { visitor, visit: own } = await visit();
    const { conversationId } = own;
    const reply = await postMessage(visitor, { conversationId, message: QUESTION });
    expect(await reply.text()).not.toMatch(/"model":"|Kereva/);
  });

  it("reaches nothing of another visitor of the same twin", async () => {
    const { visitor: one, visit: first } = await visit();
    const { conversationId } = first;
    const { message } = await askTwin(one, { conversationId, message: QUESTION });
    const { visitor: two } = await visit();
    const messageId = message.id;
    const attempts = (who: TestSession) => [
      who.query("visitor.history", { conversationId }),
      who.mutate("visitor.stop", { messageId }),
      who.mutate("visitor.resume", { messageId }),
      who.mutate("visitor.feedback", { messageId, rating: "down", comment: "stolen" }),
      who.send(`/api/messages/${messageId}/events`, {}),
      postMessage(who, { conversationId, message: "And now?" }),
    ];
    for (const attempt of attempts(two)) expect((await attempt).status).toBe(404);
    for (const attempt of attempts(sessionWith(app.url, { ...two.headers, origin: OTHER }))) {
      expect(await refusalOf(attempt)).toEqual({ status: 403, reason: "origin.not_allowed" });
    }
    const seen = await one.query("visitor.history", { conversationId });
    expect(await seen.text()).not.toContain("stolen");
    for (const attempt of attempts(one)) expect((await attempt).status).toBe(200);
  });
});

describe("where a widget does not answer", () => {
  const elsewhere = [
    OTHER,
    "http://shop.example",
    "https://shop.example:8443",
    "https://www.shop.example",
    "https://shop.example.evil.example",
    "null",
  ];

  it.each(elsewhere)("%s is refused, and may not read why", async (origin) => {
    const page = pageAt(app.url, origin);
    const reply = await page.mutate("visitor.start", { via: { publishableKey } });
    expect(reply.headers.get("access-control-allow-origin")).toBeNull();
    expect(reply.status).toBe(403);
    expect(await reply.text()).toContain("origin.not_allowed");
  });

  it("is everywhere when no domain is named, for callers without an origin as well", async () => {
    const nowhere = await makeWidget([]);
    const via = { publishableKey: nowhere.publishableKey };
    for (const origin of [SHOP, app.url, null]) {
      const asked = pageAt(app.url, origin).mutate("visitor.start", { via });
      expect(await refusalOf(asked)).toEqual({ status: 403, reason: "origin.not_allowed" });
    }
  });

  it("a browser is let in and told so by its own origin, never with cookies", async () => {
    const preflight = { "access-control-request-method": "POST" };
    for (const [origin, told] of [
      [SHOP, SHOP],
      ["https://evil.example", null],
    ] as const) {
      const page = pageAt(app.url, origin);
      for (const path of ["/trpc/visitor.start", "/api/messages"]) {
        const { headers } = await page.send(path, { method: "OPTIONS", headers: preflight });
        expect(headers.get("access-control-allow-origin")).toBe(told);
        expect(headers.get("access-control-allow-credentials")).toBeNull();
      }
    }
    const reply = await pageAt(app.url, SHOP).mutate("visitor.start", { via: { publishableKey } });
    expect(reply.headers.get("access-control-allow-origin")).toBe(SHOP);
    const studio = await pageAt(app.url, SHOP).query("twin.list");
    expect(studio.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("a cookie counts for nothing, alone or in a batch with what it would open", async () => {
    const { cookie = "" } = world.owner.headers;
    const page = sessionWith(app.url, { cookie, origin: SHOP });
    const { conversationId } = world.ids;
    expect((await page.query("visitor.history", { conversationId })).status).toBe(401);
    for (const path of ["visitor.start,twin.create", "visitor.start%2Ctwin.create"]) {
      const json = { "content-type": "application/json" };
      const body = JSON.stringify({ 0: { via: { publishableKey } }, 1: { name: "stolen" } });
      await page.send(`/trpc/${path}?batch=1`, { method: "POST", headers: json, body });
    }
    expect(await (await world.owner.query("twin.list")).text()).not.toContain("stolen");
  });
});

describe("a visitor's token, and a publishable key,", () => {
  const holders = async () => {
    const made = world.owner.mutate("apiKey.create", { name: "k", kind: "publishable" });
    const { key } = await resultOf<{ key: string }>(made);
    const withKey = (shown: string) =>
      sessionWith(app.url, { authorization: `Bearer ${shown}`, origin: SHOP });
    return [(await visit()).visitor, withKey(publishableKey), withKey(key)];
  };

  /** All but what the program does by itself, and that they were refused. */
  const readWorld = () =>
    snapshotTenant(app.resources.db, world.ids.tenantId, {
      except: ["audit_events", "jobs", "job_logs"],
    });

  it("open no procedure but those for visitors", async () => {
    const all = await holders();
    await settleJobs(app);
    const before = await readWorld();
    for (const holder of all) {
      for (const procedure of procedures) {
        const reply = await call(holder, procedure, sampleInput(procedure, world.ids));
        expect({ path: procedure.path, status: reply.status }).toEqual({
          path: procedure.path,
          status: 403,
        });
      }
    }
    expect(await readWorld()).toEqual(before);
  });

  it("open no other door", async () => {
    const json = { "content-type": "application/json" };
    const post = (body: object) => ({ method: "POST", headers: json, body: JSON.stringify(body) });
    const chat = { model: world.handle, messages: [{ role: "user", content: QUESTION }] };
    const { sourceId, twinId } = world.ids;
    const form = new FormData();
    form.append("files", new Blob(["planted"]), "planted.txt");
    for (const holder of await holders()) {
      const replies = await Promise.all([
        holder.send("/v1/chat/completions", post(chat)),
        holder.send("/v1/models", {}),
        holder.send(`/api/sources/${sourceId}/file`, {}),
        holder.send(`/api/twins/${twinId}/sources`, { method: "POST", body: form }),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    }
  });

  it("are refused when they are malformed, whatever else is shown", async () => {
    const { cookie = "" } = world.owner.headers;
    for (const token of ["us_vt_short", `us_vt_${"A".repeat(43)}`, `us_xx_${"A".repeat(43)}`]) {
      const session = sessionWith(app.url, { cookie, authorization: `Bearer ${token}` });
      expect((await session.query("twin.list")).status).toBe(401);
    }
  });
});
