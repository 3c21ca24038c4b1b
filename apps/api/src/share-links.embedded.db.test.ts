import { backdate } from "@understudy/db/testing/backdate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMail } from "./mail/open-mail.ts";
import { askTwin, postMessage } from "./testing/ask-twin.ts";
import { startMailSink } from "./testing/start-mail-sink.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf, sessionWith } from "./testing/test-session.ts";
import { comeIn, pageAt, refusalOf } from "./testing/visit.ts";

interface Link {
  id: string;
  slug: string;
  isUnlisted: boolean;
  figures: { visitors: number; questions: number };
}

const QUESTION = "Is the Ada lighthouse striped?";
let app: TestApp;
let world: TenantWorld;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
});
afterAll(() => app[Symbol.asyncDispose]());

const makeLink = (more = {}) =>
  resultOf<Link>(world.owner.mutate("shareLink.create", { twinId: world.ids.twinId, ...more }));
const enter = ({ slug }: Link, more = {}) =>
  comeIn(app.url, { shareSlug: slug, ...more }, { origin: app.url });
const knock = (via: object) => pageAt(app.url, app.url).mutate("visitor.start", { via });
const GONE = { status: 404, reason: "shareLink.not_found" };

describe("a slug", () => {
  it("of no one's choice is long, without a pattern, and rests nowhere as it is", async () => {
    const links = await Promise.all(Array.from({ length: 40 }, () => makeLink()));
    const slugs = links.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(Buffer.from(slug, "base64url").length).toBe(20);
    const firstByte = new Set(slugs.map((slug) => Buffer.from(slug, "base64url")[0]));
    expect(firstByte.size).toBeGreaterThan(20);
    expect(links.every(({ isUnlisted }) => isUnlisted)).toBe(true);
  });

  it("of the owner's choice is taken once, for every tenant and for good", async () => {
    const link = await makeLink({ slug: "meet-the-keeper" });
    const again = { twinId: world.ids.twinId, slug: "meet-the-keeper" };
    const taken = { status: 409, reason: "shareLink.slug_taken" };
    expect(await refusalOf(world.owner.mutate("shareLink.create", again))).toEqual(taken);
    await resultOf(world.owner.mutate("shareLink.revoke", { shareLinkId: link.id }));
    expect(await refusalOf(world.owner.mutate("shareLink.create", again))).toEqual(taken);
  });

  it("is no key, and a key is no slug", async () => {
    const { slug } = await makeLink();
    expect(await refusalOf(knock({ publishableKey: slug }))).toMatchObject({ status: 403 });
    const bearer = sessionWith(app.url, { authorization: `Bearer ${slug}` });
    expect((await bearer.query("twin.list")).status).toBe(401);
    const { publishableKey } = await resultOf<{ publishableKey: string }>(
      world.owner.query("widget.snippet", { widgetId: world.ids.widgetId }),
    );
    expect(await refusalOf(knock({ shareSlug: publishableKey }))).toEqual(GONE);
  });
});

describe("a link that asks for an e-mail address", () => {
  it("asks for consent to something, also where its owner wrote no words", async () => {
    const { visitor, visit } = await enter(await makeLink({ leadCapture: "optional" }));
    const { consentText } = visit.lead;
    expect(consentText).toMatch(/^I agree/);
    const told = { email: "grace@example.org", consent: true };
    const given = visitor.mutate("visitor.identify", { ...told, consentText });
    expect(await resultOf(given)).toMatchObject({ email: told.email });
    const empty = visitor.mutate("visitor.identify", { ...told, consentText: "" });
    expect(await refusalOf(empty)).toEqual({ status: 409, reason: "visitor.consent_changed" });
  });

  it("has it proved by a code that is mailed, for this visitor and within a few guesses", async () => {
    await using sink = await startMailSink();
    app.resources.ports.mail = openMail({ ...app.resources.env, SMTP_URL: sink.url });
    const consentText = "You may write to me.";
    const link = await makeLink({ leadCapture: "required", consentText });
    const { visitor, visit } = await enter(link);
    const { conversationId } = visit;
    const told = { name: "Grace", email: "grace@example.org", consent: true, consentText };
    const identify = (more = {}, who = visitor) =>
      who.mutate("visitor.identify", { ...told, ...more });
    const { codeSealed: sealed, ...nothing } = await resultOf<{ codeSealed: string }>(identify());
    expect(nothing).toEqual({ name: null, email: null, isVerified: false });
    const [mail] = sink.mails;
    expect(mail).toMatchObject({ to: [told.email] });
    const digits = /^Subject: (\d{6})/m.exec(mail?.text ?? "")?.[1] ?? "";
    const refused = { status: 403, reason: "visitor.code_refused" };
    const wrong = digits === "000000" ? "000001" : "000000";
    expect(await refusalOf(identify({ code: { sealed, digits: wrong } }))).toEqual(refused);
    const code = { sealed, digits };
    const other = (await enter(link)).visitor;
    expect(await refusalOf(identify({ code }, other))).toEqual(refused);
    expect(await refusalOf(identify({ code, email: "eve@example.org" }))).toEqual(refused);
    const ask = () => postMessage(visitor, { conversationId, message: QUESTION });
    expect(await refusalOf(ask())).toEqual({ status: 403, reason: "visitor.lead_required" });
    const proved = { name: "Grace", email: told.email, isVerified: true };
    expect(await resultOf(identify({ code }))).toEqual(proved);
    expect((await ask()).status).toBe(200);
    const guess = () => identify({ code: { sealed, digits: wrong } }).then(({ status }) => status);
    await guess();
    await guess();
    await guess();
    expect(await guess()).toBe(429);
    app.resources.ports.mail = null;
  });
});

describe("a link with a password", () => {
  it("tells a wrong one, none, and a link that there is not apart by nothing", async () => {
    const link = await makeLink({ slug: "behind-a-word", password: "open sesame" });
    for (const via of [
      { shareSlug: link.slug },
      { shareSlug: link.slug, password: "open barley" },
      { shareSlug: "no-such-link" },
      { shareSlug: "no-such-link", password: "open sesame" },
    ]) {
      expect(await refusalOf(knock(via))).toEqual(GONE);
    }
    const pages = await Promise.all(
      [link.slug, "no-such-link"].map((slug) => pageAt(app.url, null).send(`/s/${slug}`, {})),
    );
    const shown = await Promise.all(pages.map((page) => page.text()));
    expect(pages.map(({ status }) => status)).toEqual([404, 404]);
    expect(shown[0]?.replaceAll(link.slug, "")).toBe(shown[1]?.replaceAll("no-such-link", ""));
    const { visitor, visit } = await enter(link, { password: "open sesame" });
    const asked = { conversationId: visit.conversationId, message: QUESTION };
    expect((await askTwin(visitor, asked)).message.answered).toBe(true);
  });

  it.each([
    ["there is", true],
    ["there is not", false],
  ])("takes ten guesses in a while when %s, whoever guesses", async (_, exists) => {
    const password = "open sesame";
    const slug = exists ? (await makeLink({ password })).slug : "not-there-at-all";
    for (let guess = 0; guess < 10; guess++) {
      expect(await refusalOf(knock({ shareSlug: slug, password: `guess ${guess}` }))).toEqual(GONE);
    }
    const reply = await knock({ shareSlug: slug, password });
    expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refusalOf(Promise.resolve(reply))).toEqual({
      status: 429,
      reason: "limit.password",
    });
  });

  it("asks everyone anew when the password is another", async () => {
    const link = await makeLink({ password: "the first one" });
    const { visitor, visit } = await enter(link, { password: "the first one" });
    const { conversationId } = visit;
    expect((await visitor.query("visitor.history", { conversationId })).status).toBe(200);
    const change = { shareLinkId: link.id, password: "the second one" };
    await resultOf(world.owner.mutate("shareLink.update", change));
    expect((await visitor.query("visitor.history", { conversationId })).status).toBe(401);
    expect(await refusalOf(knock({ shareSlug: link.slug, password: "the first one" }))).toEqual(
      GONE,
    );
  });
});

describe("a link", () => {
  const ends: [string, (link: Link) => Promise<Response>][] = [
    ["is revoked", ({ id }) => world.owner.mutate("shareLink.revoke", { shareLinkId: id })],
    [
      "is switched off",
      ({ id }) => world.owner.mutate("shareLink.update", { shareLinkId: id, isOn: false }),
    ],
  ];

  it.each(ends)("opens nothing at any door once it %s", async (_, end) => {
    const link = await makeLink();
    const { visitor, visit } = await enter(link);
    const { conversationId } = visit;
    const { message } = await askTwin(visitor, { conversationId, message: QUESTION });
    await resultOf(end(link));
    const messageId = message.id;
    const attempts = [
      visitor.query("visitor.history", { conversationId }),
      visitor.mutate("visitor.feedback", { messageId, rating: "up" }),
      visitor.send(`/api/messages/${messageId}/events`, {}),
      postMessage(visitor, { conversationId, message: QUESTION }),
    ];
    for (const attempt of attempts) expect((await attempt).status).toBe(401);
    expect(await refusalOf(knock({ shareSlug: link.slug }))).toEqual(GONE);
    expect((await pageAt(app.url, null).send(`/s/${link.slug}`, {})).status).toBe(404);
  });

  it("is over by the database's clock, at every door", async () => {
    const link = await makeLink({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    const { visitor, visit } = await enter(link);
    const { conversationId } = visit;
    const look = () => visitor.query("visitor.history", { conversationId });
    expect((await look()).status).toBe(200);
    const where = `share_link_id = '${link.id}'`;
    await backdate(app.resources.db, { table: "api_keys", column: "expires_at", days: 1, where });
    await expect.poll(async () => (await look()).status, { timeout: 10_000 }).toBe(401);
    expect(await refusalOf(knock({ shareSlug: link.slug }))).toEqual(GONE);
    const past = {
      twinId: world.ids.twinId,
      expiresAt: new Date(Date.now() - 1_000).toISOString(),
    };
    expect(await refusalOf(world.owner.mutate("shareLink.create", past))).toEqual({
      status: 400,
      reason: "shareLink.already_expired",
    });
  });

  it("counts who came and what was asked, and lets in and answers no more than it may", async () => {
    const link = await makeLink({ visitorLimit: 2, messageLimit: 3 });
    const one = await enter(link);
    const two = await enter(link);
    expect(await refusalOf(knock({ shareSlug: link.slug }))).toEqual({
      status: 429,
      reason: "shareLink.visitors_spent",
    });
    const { resumeToken } = one.visit;
    await comeIn(app.url, { shareSlug: link.slug }, { origin: app.url, resumeToken });
    const ask = ({ visitor, visit }: typeof one) =>
      postMessage(visitor, { conversationId: visit.conversationId, message: QUESTION });
    const replies = await Promise.all([one, two, one, two].map(ask));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429]);
    await Promise.all(replies.map((reply) => reply.text()));
    const read = world.owner.query("shareLink.get", { shareLinkId: link.id });
    expect((await resultOf<Link>(read)).figures).toMatchObject({
      visitors: 2,
      questions: 3,
      answeredShare: 1,
    });
  });

  it("lets nobody in from another site", async () => {
    const { slug } = await makeLink();
    const page = pageAt(app.url, "https://shop.example");
    const asked = page.mutate("visitor.start", { via: { shareSlug: slug } });
    expect(await refusalOf(asked)).toEqual({ status: 403, reason: "origin.not_allowed" });
  });
});
