import { createHmac, randomUUID } from "node:crypto";
import { findAuthRecords } from "@understudy/db/queries/auth-records";
import { inAuth } from "@understudy/db/scope";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import {
  cookieOf,
  PASSWORD,
  resultOf,
  sessionWith,
  type TestSession,
} from "./testing/test-session.ts";

let app: TestApp;
let secured: TestApp;
beforeAll(async () => {
  app = await startTestApp({ SIGN_UP: "invite" });
  secured = await startTestApp({ APP_URL: "https://twins.example" });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await secured[Symbol.asyncDispose]();
});

const post = (url: string, path: string, body: unknown, headers = {}) =>
  fetch(`${url}/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const account = (email: string, password = PASSWORD) => ({ name: "Ada", email, password });

describe("signing up by invitation", () => {
  it("refuses short and overlong passwords, also of the first account", async () => {
    expect(await (await fetch(`${app.url}/api/auth/sign-up`)).json()).toEqual({ isOpen: true });
    const short = await post(app.url, "sign-up/email", account("ada@example.com", "ninechars"));
    const long = await post(app.url, "sign-up/email", account("ada@example.com", "x".repeat(129)));
    expect([short.status, long.status]).toEqual([400, 400]);
  });

  it("makes one owner when several are first at the same time", async () => {
    const emails = Array.from({ length: 5 }, (_, at) => `ada${at}@example.com`);
    const replies = await Promise.all(
      emails.map((email) => post(app.url, "sign-up/email", account(email))),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 403)).toHaveLength(4);
    const session = sessionWith(app.url, { cookie: cookieOf(replies.find(({ ok }) => ok)!) });
    const tenant = JSON.parse(await (await session.query("tenant.get")).text()).result.data;
    expect(tenant).toMatchObject({ name: "Ada's workspace", role: "owner" });
  });

  it("tells whoever comes whether it is open to them", async () => {
    const told = async ({ url }: TestApp) => (await fetch(`${url}/api/auth/sign-up`)).json();
    expect(await told(app)).toEqual({ isOpen: false });
    expect(await told(secured)).toEqual({ isOpen: true });
  });

  it("says the same to a known and an unknown address", async () => {
    const users = await inAuth(app.resources.db, (tx) =>
      findAuthRecords(tx, "user", { where: [] }),
    );
    const known = await post(app.url, "sign-up/email", account(String(users[0]?.email)));
    const unknown = await post(app.url, "sign-up/email", account("nobody@example.com"));
    expect([known.status, unknown.status]).toEqual([403, 403]);
    const told = await known.json();
    expect(told).toMatchObject({ reason: "account.sign_up_closed" });
    expect(await unknown.json()).toEqual(told);
  });

  it("opens none of better-auth's other doors", async () => {
    const paths = ["sign-in/social", "change-email", "update-user", "delete-user", "list-sessions"];
    for (const path of paths) expect((await post(app.url, path, {})).status).toBe(404);
  });
});

describe("a session over https", () => {
  const email = "grace@example.com";
  const password = `${"x".repeat(79)}a`;
  const sessions = () =>
    inAuth(secured.resources.db, (tx) => findAuthRecords(tx, "session", { where: [] }));

  it("is one cookie of this host, for the browser alone, and new at each sign-in", async () => {
    const up = await post(secured.url, "sign-up/email", account(email, password));
    const again = await post(secured.url, "sign-in/email", { email, password });
    const [first, second] = [
      up.headers.getSetCookie()[0] ?? "",
      again.headers.getSetCookie()[0] ?? "",
    ];
    for (const cookie of [first, second]) {
      expect(cookie).toMatch(/^__Host-/);
      for (const part of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"])
        expect(cookie).toContain(part);
      expect(cookie).not.toContain("Domain");
    }
    expect(cookieOf(up)).not.toBe(cookieOf(again));
    expect(up.headers.get("strict-transport-security")).toContain("max-age=63072000");
    expect(await again.text()).not.toContain("token");
  });

  it("counts the whole password", async () => {
    const wrong = `${"x".repeat(79)}b`;
    const refused = await post(secured.url, "sign-in/email", { email, password: wrong });
    const [row] = await inAuth(secured.resources.db, (tx) =>
      findAuthRecords(tx, "account", { where: [] }),
    );
    expect(refused.status).toBe(401);
    expect(String(row?.password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("is kept as a hash, and is over for good after signing out", async () => {
    const entered = await post(secured.url, "sign-in/email", { email, password });
    const cookie = cookieOf(entered);
    const token = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "";
    expect(JSON.stringify(await sessions())).not.toContain(token);
    const session = sessionWith(secured.url, { cookie });
    expect((await session.query("tenant.get")).status).toBe(200);
    const origin = "https://twins.example";
    expect((await post(secured.url, "sign-out", {}, { cookie, origin })).status).toBe(200);
    expect((await session.query("tenant.get")).status).toBe(401);
  });

  it("cannot be forged", async () => {
    const name = "__Host-understudy.session_token";
    const sign = (token: string, key: string) =>
      encodeURIComponent(`${token}.${createHmac("sha256", key).update(token).digest("base64")}`);
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    const forged = [
      "",
      "null",
      "undefined",
      randomUUID(),
      sign(randomUUID(), "another key"),
      sign("", "another key"),
      `${none}.${Buffer.from('{"sub":"1"}').toString("base64url")}.`,
    ];
    for (const value of forged) {
      const session = sessionWith(secured.url, { cookie: `${name}=${value}` });
      expect((await session.query("tenant.get")).status).toBe(401);
    }
  });
});

describe("an account", () => {
  const email = "ivy@example.com";
  const changed = `${PASSWORD} anew`;
  const enter = async (path: string, password = PASSWORD) => {
    const cookie = cookieOf(await post(secured.url, path, account(email, password)));
    return sessionWith(secured.url, { cookie, origin: "https://twins.example" });
  };
  const changePassword = (session: TestSession, currentPassword: string) =>
    session.send("/api/auth/change-password", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ currentPassword, newPassword: changed }),
    });
  const list = async (session: TestSession) =>
    (
      await resultOf<{ items: { id: string; isCurrent: boolean }[] }>(
        session.query("account.listSessions", {}),
      )
    ).items;

  it("changes its password by the one it has, and is signed out everywhere else", async () => {
    const here = await enter("sign-up/email");
    const there = await enter("sign-in/email");
    expect((await changePassword(here, "a wrong password")).status).toBe(400);
    expect((await there.query("tenant.get")).status).toBe(200);
    const reply = await changePassword(here, PASSWORD);
    expect(reply.status).toBe(200);
    expect(await reply.text()).not.toContain("token");
    expect((await there.query("tenant.get")).status).toBe(401);
    expect(await list(here)).toMatchObject([{ isCurrent: true }]);
    const old = await post(secured.url, "sign-in/email", account(email));
    expect(old.status).toBe(401);
  });

  it("ends one of its sessions", async () => {
    const [here, there] = [
      await enter("sign-in/email", changed),
      await enter("sign-in/email", changed),
    ];
    const own = (await list(there)).find(({ isCurrent }) => isCurrent)!;
    await resultOf(here.mutate("account.revokeSession", { sessionId: own.id }));
    expect((await there.query("tenant.get")).status).toBe(401);
    expect((await here.query("tenant.get")).status).toBe(200);
  });
});

describe("guessing", () => {
  it("is slowed by address, with the time to wait, and a forged address does not help", async () => {
    const attempt = (at: number) =>
      post(
        app.url,
        "sign-in/email",
        { email: `nobody${at}@example.com`, password: "wrong password" },
        { "x-forwarded-for": `198.51.100.${at}`, "x-understudy-address": `198.51.100.${at}` },
      );
    const statuses = [];
    for (let at = 0; at < 25; at++) statuses.push((await attempt(at)).status);
    expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect(Number((await attempt(99)).headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
