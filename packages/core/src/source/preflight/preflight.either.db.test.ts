import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addText } from "../add-text.ts";
import { addUrl } from "../add-url.ts";
import { crawlSite } from "../site/add-site.ts";
import { html, openSiteWorld, type SiteWorld } from "../testing/open-site-world.ts";
import { preflightSource } from "./preflight-source.ts";

let own: SiteWorld;
beforeAll(async () => {
  own = await openSiteWorld();
  own.pages.set("/", { body: html("The mill", 'It grinds. <a href="/flour">Flour</a>') });
  own.pages.set("/flour", { body: html("Flour", "It is white.") });
  own.pages.set("/sitemap.xml", {
    headers: { "content-type": "application/xml" },
    body: `<urlset><url><loc>${own.site.url}/</loc></url><url><loc>${own.site.url}/flour</loc></url></urlset>`,
  });
});
afterAll(() => own[Symbol.asyncDispose]());

async function look(url: string, as?: "page" | "sitemap" | "site" | "youtube") {
  const { items } = await preflightSource.run(own.owner, { twinId: own.twinId, url, as });
  return items[0]!;
}

test("a page, a sitemap and a site say what they would bring", async () => {
  const { url } = own.site;
  expect(await look(`${url}/flour`)).toMatchObject({
    kind: "url",
    title: "Flour",
    mediaType: "text/html",
    pageCount: null,
    duplicateOf: null,
    problem: null,
  });
  expect(await look(`${url}/sitemap.xml`, "sitemap")).toMatchObject({
    kind: "sitemap",
    pageCount: 2,
  });
  expect(await look(url, "site")).toMatchObject({
    kind: "sitemap",
    title: "The mill",
    pageCount: 2,
  });
});

test("what is there already is named, and nothing is added by looking", async () => {
  const url = `${own.site.url}/flour`;
  const { twinId } = own;
  const page = await addUrl.run(own.owner, { twinId, url });
  const input = { twinId, url: own.site.url, maxPages: 5, maxDepth: 1, pathPrefix: "/" };
  const site = await crawlSite.run(own.owner, input);
  const note = await addText.run(own.owner, { twinId, title: "Note", text: "Wheat." });
  expect((await look(url, "page")).duplicateOf).toBe(page.id);
  expect((await look(own.site.url, "site")).duplicateOf).toBe(site.id);
  expect((await look(own.site.url, "page")).duplicateOf).toBeNull();
  const sha256 = createHash("sha256").update("Wheat.").digest("hex");
  const files = [
    { name: "../wheat.txt", byteSize: 6, sha256 },
    { name: "film.mp4", byteSize: 10 },
    { name: "large.pdf", byteSize: 10_000_000 },
  ];
  const { items } = await preflightSource.run(own.owner, { twinId, files });
  expect(items).toMatchObject([
    { kind: "file", name: "wheat.txt", duplicateOf: note.id, problem: null },
    { problem: { reason: "source.unsupported" } },
    { problem: { reason: "source.too_large" } },
  ]);
});

test("what would refuse it is told, with the reason that adding would give", async () => {
  own.pages.set("/moved", { status: 302, headers: { location: "http://10.0.0.1/" } });
  own.pages.set("/robots.txt", { body: "User-agent: *\nDisallow: /closed" });
  const problems = await Promise.all([
    look("http://127.0.0.1:1/"),
    look("ftp://example.com/"),
    look(`${own.site.url}/moved`),
    look(`${own.site.url}/none`),
    look(`${own.site.url}/flour`, "sitemap"),
    look(`${own.site.url}/closed`, "site"),
  ]);
  expect(problems.map(({ problem }) => problem?.reason)).toEqual([
    "source.blocked_address",
    "source.blocked_scheme",
    "source.blocked_address",
    "source.http_status",
    "source.no_sitemap",
    "source.robots_disallowed",
  ]);
  const stranger = (await own.world.newTenant()).as("owner");
  const foreign = preflightSource.run(stranger, { twinId: own.twinId, url: own.site.url });
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
});
