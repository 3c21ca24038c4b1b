import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoPicture } from "@understudy/core/demo/demo-picture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMail } from "./mail/open-mail.ts";
import { postMessage } from "./testing/ask-twin.ts";
import { settleJobs } from "./testing/settle-jobs.ts";
import { startMailSink } from "./testing/start-mail-sink.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf } from "./testing/test-session.ts";
import { comeIn } from "./testing/visit.ts";

const INJECTION = `"><script>alert(1)</script>`;
const SHOP = "https://shop.example";
const CANARY = "Never mention the Veltrusy ledger.";
let app: TestApp;
let world: TenantWorld;
let paths: { page: string; link: string; embed: string };
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  const { twinId } = world.ids;
  const says = { headline: `Keeper ${INJECTION}`, starterQuestions: [`Why ${INJECTION}?`] };
  const hidden = { instructions: CANARY };
  const face = { avatarUrl: demoPicture };
  await resultOf(world.owner.mutate("twin.update", { twinId, ...says, ...face, ...hidden }));
  await resultOf(world.owner.mutate("release.publish", { twinId }));
  const theme = { position: "bottom-left", launcherText: "Ask $& </script>" };
  const widget = world.owner.mutate("widget.create", { twinId, allowedDomains: [SHOP], theme });
  const { publishableKey } = await resultOf<{ publishableKey: string }>(widget);
  paths = { page: `/t/${world.handle}`, link: "/s/ada-link", embed: `/embed/${publishableKey}` };
});
afterAll(() => app[Symbol.asyncDispose]());

const get = (path: string) => fetch(app.url + path);

describe("a page for visitors", () => {
  it.each(["page", "link", "embed"] as const)("(%s) runs no script but ours", async (kind) => {
    const reply = await get(paths[kind]);
    const policy = reply.headers.get("content-security-policy") ?? "";
    expect(reply.status).toBe(200);
    expect(policy).toMatch(/default-src 'none'; script-src 'self';/);
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    const shown = await reply.text();
    expect(shown).not.toContain("<script>");
    expect(shown.match(/<script/g)).toHaveLength(1);
    expect(shown).toContain(`<script src="/widget.js" async></script>`);
  });

  it("tells who the twin is to those who share it and those who search, and nothing more", async () => {
    const shown = await (await get(paths.page)).text();
    expect(shown).toContain("<title>Ada twin</title>");
    expect(shown).toContain(`<link rel="canonical" href="http://localhost:3000${paths.page}">`);
    expect(shown).toContain(`<meta property="og:title" content="Ada twin">`);
    expect(shown).toContain(`<meta property="og:description" content="Keeper &quot;&gt;`);
    expect(shown).toContain(`data-handle="${world.handle}"`);
    expect(shown).toContain(`<img class="mark" src="${demoPicture}" alt=""`);
    const [, image = ""] = /og:image" content="http:\/\/localhost:3000([^"]+)"/.exec(shown) ?? [];
    const card = await get(image);
    expect(card.headers.get("content-type")).toBe("image/png");
    const head = Buffer.from(await card.arrayBuffer());
    expect([head.readUInt32BE(16), head.readUInt32BE(20)]).toEqual([1_200, 630]);
    expect((await get("/t/no-such-twin/card.png")).status).toBe(404);
    expect(shown).not.toContain(world.ids.twinId);
    expect(shown).not.toContain("@example.com");
  });

  it("keeps its policy when a browser asks again whether it has changed", async () => {
    const etag = (await get(paths.page)).headers.get("etag") ?? "";
    const again = await fetch(app.url + paths.page, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("content-security-policy")).toBeNull();
  });

  it.each(["page", "link", "embed"] as const)(
    "(%s) holds nothing of how it is made",
    async (kind) => {
      const shown = await (await get(paths[kind])).text();
      expect(shown).toContain("Ada twin");
      const { twinId, tenantId, apiKeyId } = world.ids;
      for (const own of ["Veltrusy", "@example.com", "us_sk_", twinId, tenantId, apiKeyId]) {
        expect(shown).not.toContain(own);
      }
    },
  );

  it("is for its own site only, but for a widget's, which its domains may frame", async () => {
    const framing = async (path: string) => {
      const { headers } = await get(path);
      const policy = headers.get("content-security-policy") ?? "";
      return [/frame-ancestors ([^;]*)/.exec(policy)?.[1], headers.get("x-frame-options")];
    };
    expect(await framing(paths.embed)).toEqual([SHOP, null]);
    for (const path of [paths.page, paths.link, "/embed/us_pk_unknown", "/"]) {
      expect(await framing(path)).toEqual(["'none'", "DENY"]);
    }
  });

  it("by a link is kept from search engines, caches and the sites it leads to", async () => {
    const { headers } = await get(paths.link);
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect((await get(paths.page)).headers.get("x-robots-tag")).toBeNull();
    expect(await (await get("/robots.txt")).text()).toBe("User-agent: *\nAllow: /\n");
  });

  it("says what its owner wrote for it, and is gone when it is switched off", async () => {
    const { twinId } = world.ids;
    const set = (changes: object) =>
      resultOf(world.owner.mutate("publicPage.update", { twinId, ...changes }));
    await set({ title: "Ask the keeper", description: "All about light.", isIndexed: false });
    const reply = await get(paths.page);
    const shown = await reply.text();
    expect(shown).toContain("<title>Ask the keeper</title>");
    expect(shown).toContain(`<meta name="description" content="All about light.">`);
    expect(shown).toContain(`<meta name="robots" content="noindex">`);
    expect(reply.headers.get("x-robots-tag")).toBe("noindex");
    await set({ isOn: false });
    expect((await get(paths.page)).status).toBe(404);
    await set({ isOn: true });
    expect((await get(paths.page)).status).toBe(200);
    expect((await get("/t/no-such-twin")).status).toBe(404);
  });

  it("shows a twin that was not published to nobody", async () => {
    const made = world.owner.mutate("twin.create", { name: "Unready" });
    const { handle } = await resultOf<{ handle: string }>(made);
    const reply = await get(`/t/${handle}`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).not.toContain("Unready");
  });
});

it("the widget's script is there for every site, asked for again when it changed", async () => {
  expect((await get("/widget.js")).status).toBe(404);
  expect((await get("/widget/panel-1.js")).status).toBe(404);
  const dist = join(app.resources.env.DATA_DIR, "widget");
  mkdirSync(join(dist, "assets"), { recursive: true });
  writeFileSync(join(dist, "widget.js"), "look(/*launcher*/{});");
  writeFileSync(join(dist, "preview.js"), "export {};");
  writeFileSync(join(dist, "assets", "panel-1.js"), "export {};");
  await using built = await startTestApp({}, { beside: app });
  const load = (path: string) => fetch(built.url + path);
  const script = await load("/widget.js");
  expect(script.headers.get("content-type")).toContain("text/javascript");
  expect(script.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  const etag = script.headers.get("etag") ?? "";
  const again = () => fetch(`${built.url}/widget.js`, { headers: { "if-none-match": etag } });
  expect((await again()).status).toBe(304);
  const lookOf = async (search: string) =>
    JSON.parse(/look\((.*)\)/.exec(await (await load(`/widget.js?${search}`)).text())?.[1] ?? "");
  for (const path of ["/widget.js.map", "/widget/panel-1.js.map", "/widget/..%2f..%2fstudio"]) {
    expect((await load(path)).status).toBe(404);
  }
  const plain = { accent: "#3b5bdb", ink: "#fff", side: "right", label: "" };
  expect(await lookOf("key=us_pk_unknown")).toEqual(plain);
  expect(await lookOf(`key=${paths.embed.split("/")[2]}`)).toEqual({
    ...plain,
    side: "left",
    label: "Ask $& </script>",
  });
  expect(await lookOf("accent=%23ffffff&launcherText=Hi")).toEqual({
    ...plain,
    accent: "#ffffff",
    ink: "#000",
    label: "Hi",
  });
  expect(await lookOf("accent=red")).toEqual(plain);
  writeFileSync(join(dist, "widget.js"), "export const changed = 1;");
  expect((await again()).status).toBe(200);
  const part = await load("/widget/panel-1.js");
  expect(part.headers.get("cache-control")).toContain("immutable");
  expect(part.headers.get("access-control-allow-origin")).toBe("*");
  const { headers: framed } = await load("/widget-preview");
  expect(framed.get("content-security-policy")).toMatch(
    /^sandbox allow-scripts allow-popups; default-src 'none'; .*frame-ancestors 'self'$/,
  );
  expect(framed.get("x-frame-options")).toBeNull();
  const bridge = await load("/widget-preview.js");
  expect([bridge.status, bridge.headers.get("cross-origin-resource-policy")]).toEqual([
    200,
    "cross-origin",
  ]);
  expect((await load("/widget/%2e%2e/secret")).status).toBe(404);
});

describe("whoever asks what is not answered, and agreed to hear", () => {
  it("is mailed the owner's answer, and no more once they say so on the page that it names", async () => {
    await using sink = await startMailSink();
    app.resources.ports.mail = openMail({ ...app.resources.env, SMTP_URL: sink.url });
    const consentText = "Tell me.";
    const asking = { twinId: world.ids.twinId, leadCapture: "optional", consentText };
    const { slug } = await resultOf<{ slug: string }>(
      world.owner.mutate("shareLink.create", asking),
    );
    const { visitor, visit } = await comeIn(app.url, { shareSlug: slug }, { origin: app.url });
    const told = { name: "Hedy", email: "hedy@example.org", consent: true, consentText };
    await resultOf(visitor.mutate("visitor.identify", told));
    const message = "Who repaired the frequency dial?";
    await (await postMessage(visitor, { conversationId: visit.conversationId, message })).text();
    const { items } = await resultOf<{ items: { id: string; question: string }[] }>(
      world.owner.query("question.list", { twinId: world.ids.twinId }),
    );
    const clusterId = items.find(({ question }) => question === message)?.id;
    const given = { clusterId, answer: "George did.", tellAskers: true };
    expect(await resultOf(world.owner.mutate("question.answer", given))).toMatchObject({
      telling: 1,
    });
    await settleJobs(app);
    const [mail, ...others] = sink.mails.filter(({ to }) => to.includes(told.email));
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: [told.email], text: expect.stringContaining("George did.") });
    const path = /no-more-mail\/[\w-]+/.exec(mail!.text.replaceAll("=\r\n", ""))?.[0];
    const stop = (method: string) => fetch(`${app.url}/${path}`, { method });
    expect(await (await stop("GET")).text()).toContain("Don’t write to me again");
    const detail = () =>
      resultOf<{ tellable: number }>(world.owner.query("question.get", { clusterId }));
    expect((await stop("POST")).status).toBe(200);
    expect(await detail()).toMatchObject({ tellable: 0, told: { sent: 1 } });
    expect((await get("/no-more-mail/forged")).status).toBe(404);
    app.resources.ports.mail = null;
  });
});
