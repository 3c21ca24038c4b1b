import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { procedures } from "../testing/procedures.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { resultOf, sessionWith, signUp, type TestSession } from "../testing/test-session.ts";

const EVIL = "https://evil.example";
const FRIEND = "https://tools.example";
let app: TestApp;
let owner: TestSession;
beforeAll(async () => {
  app = await startTestApp({ CORS_ORIGINS: FRIEND });
  owner = await signUp(app.url, "Ada");
});
afterAll(() => app[Symbol.asyncDispose]());

const mutations = procedures.filter(({ type }) => type === "mutation");
const keyOf = async () => {
  const created = owner.mutate("apiKey.create", { name: "k", kind: "secret" });
  return (await resultOf<{ key: string }>(created)).key;
};

describe("a post from another site with our cookie", () => {
  const senders: Record<string, string>[] = [
    { origin: EVIL },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: `${EVIL}:443` },
  ];

  it.each(senders)("is refused at every mutation and door: %j", async (sender) => {
    const cookie = { cookie: owner.headers.cookie ?? "" };
    const session = sessionWith(app.url, { ...cookie, ...sender });
    const replies = [];
    for (const { path } of mutations) replies.push(await session.mutate(path, { name: "stolen" }));
    for (const path of [
      "/api/twins/x/sources",
      "/api/messages",
      "/v1/chat/completions",
      "/api/auth/sign-out",
    ]) {
      replies.push(await session.send(path, { method: "POST", body: "{}" }));
    }
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([403]));
    expect(await (await owner.query("twin.list")).text()).not.toContain("stolen");
  });

  it("is refused in the forms a page can send without asking", async () => {
    const types = [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ];
    for (const { path } of mutations) {
      for (const type of types) {
        const reply = await owner.send(`/trpc/${path}`, {
          method: "POST",
          headers: { "content-type": type },
          body: '{"name":"stolen"}',
        });
        expect({ path, status: reply.status }).toEqual({ path, status: 415 });
      }
    }
  });

  it("is let through from our own pages, and with a key from anywhere", async () => {
    expect((await owner.mutate("twin.create", { name: "Mine" })).status).toBe(200);
    const headers = { authorization: `Bearer ${await keyOf()}`, origin: EVIL };
    const reply = await sessionWith(app.url, headers).mutate("twin.create", { name: "By key" });
    expect(reply.status).toBe(200);
  });
});

describe("reading from another origin", () => {
  const paths = [
    "/",
    "/healthz",
    "/readyz",
    "/trpc/twin.list",
    "/api/auth/get-session",
    "/v1/models",
    "/nothing",
  ];

  it.each(paths)("is not allowed at %s, with or without asking first", async (path) => {
    for (const method of ["GET", "OPTIONS"]) {
      const asked = method === "OPTIONS" ? { "access-control-request-method": "POST" } : {};
      const headers = { ...owner.headers, origin: EVIL, ...asked };
      const reply = await fetch(app.url + path, { method, headers });
      expect(reply.headers.get("access-control-allow-origin")).toBeNull();
      expect(reply.headers.get("access-control-allow-credentials")).toBeNull();
      expect(reply.headers.get("vary")).toContain("Origin");
      expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("is allowed to an origin of the list, never with cookies", async () => {
    const reply = await fetch(`${app.url}/v1/models`, {
      headers: { origin: FRIEND, authorization: `Bearer ${await keyOf()}` },
    });
    expect(reply.status).toBe(200);
    expect(reply.headers.get("access-control-allow-origin")).toBe(FRIEND);
    expect(reply.headers.get("access-control-allow-credentials")).toBeNull();
  });
});
