import { hashInvitationToken } from "@understudy/core/invitation/make-token";
import { listAuditEvents } from "@understudy/db/queries/audit-events";
import { insertInvitation } from "@understudy/db/queries/invitations";
import { inTenant } from "@understudy/db/scope";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import {
  cookieOf,
  PASSWORD,
  resultOf,
  sessionWith,
  signUp,
  type TestSession,
} from "./testing/test-session.ts";

let app: TestApp;
let ada: TestSession;
let tenantId: string;
beforeAll(async () => {
  app = await startTestApp({ SIGN_UP: "invite", APP_URL: "https://studio.example" });
  ada = await signUp(app.url, "Ada");
  tenantId = (await resultOf<{ id: string }>(ada.query("tenant.get"))).id;
});
afterAll(() => app[Symbol.asyncDispose]());

interface Invited {
  id: string;
  token: string;
}

const LINK = /^https:\/\/studio\.example\/invite\/([\w-]{43})$/;

async function invite(by: TestSession, name: string, role: string): Promise<Invited> {
  const email = `${name}@Example.com`;
  const created = by.mutate("invitation.create", { email, role });
  const { id, link } = await resultOf<{ id: string; link: string }>(created);
  return { id, token: LINK.exec(link)?.[1] ?? "" };
}

async function join(name: string, role: string, by = ada): Promise<TestSession> {
  const { token } = await invite(by, name, role);
  return signUp(app.url, name, { invitationToken: token });
}

async function told(reply: Response | Promise<Response>) {
  const { data } = JSON.parse(await (await reply).text()).error;
  return { status: data.httpStatus, reason: data.reason };
}

const post = (path: string, body: object) =>
  fetch(`${app.url}/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: app.url },
    body: JSON.stringify(body),
  });

async function signIn(name: string): Promise<TestSession> {
  const reply = await post("sign-in/email", { email: `${name}@example.com`, password: PASSWORD });
  return sessionWith(app.url, { cookie: cookieOf(reply), origin: app.url });
}

async function memberNamed(name: string) {
  const { items } = await resultOf<{ items: { id: string; name: string; role: string }[] }>(
    ada.query("member.list", {}),
  );
  return items.find((member) => member.name === name)!;
}

const anyone = () => sessionWith(app.url, { origin: app.url });
const NOT_FOUND = { status: 404, reason: "invitation.not_found" };
const GUEST = { name: "Grace", email: "grace@example.com", password: PASSWORD };

describe("an invitation", () => {
  it("lets its address sign up into the tenant, in its role, once", async () => {
    const { token } = await invite(ada, "grace", "editor");
    const preview = await resultOf(anyone().query("invitation.preview", { token }));
    expect(preview).toMatchObject({
      tenantName: "Ada's workspace",
      email: "grace@example.com",
      role: "editor",
      invitedBy: "Ada",
    });
    const other = { ...GUEST, email: "mallory@example.com", invitationToken: token };
    expect((await post("sign-up/email", other)).status).toBe(404);
    const grace = await signUp(app.url, "Grace", { invitationToken: token });
    const tenants = await resultOf<{ items: object[] }>(grace.query("tenant.list"));
    expect(tenants.items).toMatchObject([{ id: tenantId, role: "editor" }]);
    expect(await told(anyone().query("invitation.preview", { token }))).toEqual(NOT_FOUND);
    const again = await post("sign-up/email", { ...GUEST, invitationToken: token });
    const unknown = await post("sign-up/email", { ...other, email: "nobody@example.com" });
    expect([again.status, unknown.status]).toEqual([404, 404]);
    expect(await again.json()).toEqual(await unknown.json());
  });

  it("is on record, and so is what became of it", async () => {
    const events = await inTenant(app.resources.db, { tenantId }, (tx) =>
      listAuditEvents(tx, { limit: 100 }),
    );
    const actions = events.map(({ action }) => action);
    expect(actions).toContain("invitation.create");
    expect(actions).toContain("invitation.accept");
  });

  it("looks the same expired, revoked, replaced, taken up by another address, and made up", async () => {
    const grace = await signIn("grace");
    const expired = { token: "E".repeat(43) };
    await inTenant(app.resources.db, { tenantId }, (tx) =>
      insertInvitation(tx, {
        email: GUEST.email,
        role: "viewer",
        tokenHash: hashInvitationToken(expired.token),
        invitedBy: crypto.randomUUID(),
        lastsSeconds: 0,
      }),
    );
    const revoked = await invite(ada, "gone", "viewer");
    await resultOf(ada.mutate("invitation.revoke", { invitationId: revoked.id }));
    const replaced = await invite(ada, "twice", "viewer");
    await invite(ada, "twice", "admin");
    for (const { token } of [expired, revoked, replaced, { token: "A".repeat(43) }]) {
      expect(await told(anyone().query("invitation.preview", { token }))).toEqual(NOT_FOUND);
      expect(await told(grace.mutate("invitation.accept", { token }))).toEqual(NOT_FOUND);
    }
    const foreign = await invite(ada, "somebody", "owner");
    expect(await told(grace.mutate("invitation.accept", foreign))).toEqual(NOT_FOUND);
    await resultOf(anyone().query("invitation.preview", foreign));
    const unsigned = await told(anyone().mutate("invitation.accept", foreign));
    expect(unsigned).toEqual({ status: 401, reason: "credential.missing" });
  });

  it("is taken up once by those who accept at the same time, and the session acts there", async () => {
    const { id } = await resultOf<{ id: string }>(ada.mutate("tenant.create", { name: "Second" }));
    await resultOf(ada.mutate("tenant.switch", { tenantId: id }));
    const { token } = await invite(ada, "grace", "viewer");
    await resultOf(ada.mutate("tenant.switch", { tenantId }));
    const sessions = [await signIn("grace"), await signIn("grace"), await signIn("grace")];
    const replies = await Promise.all(
      sessions.map((session) => session.mutate("invitation.accept", { token })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 404, 404]);
    const winner = sessions[replies.findIndex(({ ok }) => ok)]!;
    expect(await resultOf(winner.query("tenant.get"))).toMatchObject({ id, role: "viewer" });
    await resultOf(winner.mutate("tenant.switch", { tenantId }));
    expect(await resultOf(winner.query("tenant.get"))).toMatchObject({ role: "editor" });
  });

  it("is for nobody who is a member already", async () => {
    const invited = ada.mutate("invitation.create", { email: "GRACE@example.com", role: "viewer" });
    expect(await told(invited)).toEqual({ status: 409, reason: "invitation.already_member" });
  });
});

describe("a tenant", () => {
  it("is entered by its members only, and named by its owners", async () => {
    const grace = await signIn("grace");
    const made = await told(grace.mutate("tenant.create", { name: "Mine" }));
    const named = await told(grace.mutate("tenant.update", { name: "Mine" }));
    const refused = { status: 403, reason: "permission.missing" };
    expect([made, named]).toEqual([refused, refused]);
    const third = await resultOf<{ id: string }>(ada.mutate("tenant.create", { name: "Third" }));
    const entered = await told(grace.mutate("tenant.switch", { tenantId: third.id }));
    expect(entered).toEqual({ status: 404, reason: "tenant.not_found" });
    await resultOf(ada.mutate("tenant.update", { name: "The Lighthouse" }));
    expect(await resultOf(grace.query("tenant.get"))).toMatchObject({ name: "The Lighthouse" });
  });
});

describe("members", () => {
  it("are out with the next request once removed, and their invitations with them", async () => {
    const admin = await join("Adele", "admin");
    const { token } = await invite(admin, "friend", "viewer");
    await resultOf(ada.mutate("member.remove", { memberId: (await memberNamed("Adele")).id }));
    const out = { status: 401, reason: "account.no_tenant" };
    expect(await told(admin.query("tenant.get"))).toEqual(out);
    expect(await told(anyone().query("invitation.preview", { token }))).toEqual(NOT_FOUND);
  });

  it("come back by another invitation, though they belong nowhere meanwhile", async () => {
    const adele = await signIn("adele");
    expect((await told(adele.query("tenant.get"))).status).toBe(401);
    await resultOf(adele.mutate("invitation.accept", await invite(ada, "adele", "viewer")));
    expect(await resultOf(adele.query("tenant.get"))).toMatchObject({ role: "viewer" });
  });

  it("who are admins neither make owners nor touch them", async () => {
    const admin = await join("Anna", "admin");
    const [anna, owner] = [await memberNamed("Anna"), await memberNamed("Ada")];
    const attempts = [
      admin.mutate("invitation.create", { email: "x@example.com", role: "owner" }),
      admin.mutate("member.updateRole", { memberId: anna.id, role: "owner" }),
      admin.mutate("member.updateRole", { memberId: owner.id, role: "viewer" }),
      admin.mutate("member.remove", { memberId: owner.id }),
    ];
    for (const attempt of attempts) {
      expect(await told(attempt)).toEqual({ status: 403, reason: "member.owners_only" });
    }
    const grace = await memberNamed("Grace");
    await resultOf(admin.mutate("member.updateRole", { memberId: grace.id, role: "viewer" }));
    const refused = (await signIn("grace")).mutate("twin.create", { name: "Not now" });
    expect(await told(refused)).toEqual({ status: 403, reason: "permission.missing" });
  });

  it("always have an owner among them, also when all give it up at the same time", async () => {
    const olga = await join("Olga", "owner");
    const [first, second] = [await memberNamed("Ada"), await memberNamed("Olga")];
    const replies = await Promise.all([
      ada.mutate("member.updateRole", { memberId: first.id, role: "admin" }),
      olga.mutate("member.remove", { memberId: second.id }),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = replies.find(({ status }) => status === 409)!;
    expect((await told(refused)).reason).toBe("member.last_owner");
  });
});
