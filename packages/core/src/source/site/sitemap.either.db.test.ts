import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { searchKnowledge } from "../../knowledge/search-knowledge.ts";
import { removeSource, restoreSource } from "../remove-source.ts";
import { resyncSource } from "../resync-source.ts";
import { retrySource } from "../retry-source.ts";
import { getSourceText, listSourceChunks } from "../source-text.ts";
import { listSources } from "../sources.ts";
import { getCollection, html, openSiteWorld, type SiteWorld } from "../testing/open-site-world.ts";
import { addSitemap } from "./add-site.ts";

let own: SiteWorld;
beforeAll(async () => {
  own = await openSiteWorld();
});
afterAll(() => own[Symbol.asyncDispose]());
beforeEach(() => {
  own.pages.clear();
  own.asked.splice(0);
});

const put = (path: string, text: string) => own.pages.set(path, { body: html(path, text) });
const listing = (...paths: string[]) =>
  `<urlset>${paths.map((path) => `<url><loc>${own.site.url}${path}</loc></url>`).join("")}</urlset>`;
const xml = (body: string | Uint8Array) => ({
  headers: { "content-type": "application/xml" },
  body,
});

async function add(input: { url?: string; urls?: string[]; title?: string; maxPages?: number }) {
  const { id } = await addSitemap.run(own.owner, { twinId: own.twinId, maxPages: 50, ...input });
  await own.settle();
  return getCollection(own, id);
}

describe("a sitemap", () => {
  test("brings the pages that its parts give, and takes away what they give no more", async () => {
    put("/cork", "Cork oaks are peeled every nine years.");
    put("/pine", "Pine trees give resin.");
    own.pages.set("/map.xml", {
      ...xml(
        `<sitemapindex><sitemap><loc>/a.xml.gz</loc></sitemap><sitemap><loc>/b.txt</loc></sitemap></sitemapindex>`,
      ),
    });
    own.pages.set("/a.xml.gz", {
      headers: { "content-type": "application/x-gzip" },
      body: gzipSync(listing("/cork", "/gone", "https://elsewhere.example/")),
    });
    const text = { "content-type": "text/plain" };
    own.pages.set("/b.txt", { headers: text, body: `${own.site.url}/pine?utm_source=map\n` });
    const source = await add({ url: `${own.site.url}/map.xml` });
    expect(await own.report(source.id)).toEqual([
      "/cork added",
      "/gone skipped status_404",
      "/pine added",
    ]);
    expect(source).toMatchObject({ kind: "sitemap", status: "live", pages: { total: 2, live: 2 } });

    own.pages.set("/a.xml.gz", xml(listing("/new")));
    put("/new", "New trees are planted in autumn.");
    await resyncSource.run(own.owner, { sourceId: source.id });
    await own.settle();
    expect(await own.report(source.id)).toEqual([
      "/cork removed unlisted",
      "/new added",
      "/pine unchanged",
    ]);
  });

  test("of 60,000 pages is taken as far as was asked, and nothing more is fetched", async () => {
    const part = (from: number) =>
      listing(...Array.from({ length: 30_000 }, (_, i) => `/page-${from + i}`));
    const index =
      "<sitemapindex><sitemap><loc>/1.gz</loc></sitemap><sitemap><loc>/2.gz</loc></sitemap></sitemapindex>";
    own.pages.set("/large.xml", xml(index));
    own.pages.set("/1.gz", xml(gzipSync(part(0))));
    own.pages.set("/2.gz", xml(gzipSync(part(30_000))));
    for (let i = 0; i < 4; i += 1) put(`/page-${i}`, `This is page number ${i}.`);
    const source = await add({ url: `${own.site.url}/large.xml`, maxPages: 3 });
    expect(source).toMatchObject({ status: "live", pages: { total: 3, live: 3 } });
    expect(source.lastRefresh?.pages).toEqual({ added: 3, skipped: 9_997 });
    const pages = own.asked.filter((path) => path.startsWith("/page-"));
    expect(pages).toEqual(["/page-0", "/page-1", "/page-2"]);
  });

  test.each([
    ["a page", { body: html("No", "No sitemap.") }, "source.no_sitemap"],
    ["nothing", { status: 404 }, "source.http_status"],
    [
      "a private place",
      { status: 302, headers: { location: "http://169.254.169.254/" } },
      "source.blocked_address",
    ],
  ])("that is %s says so", async (_, page, reason) => {
    own.pages.set(`/no-${reason}`, page);
    const source = await add({ url: `${own.site.url}/no-${reason}` });
    expect(source).toMatchObject({ status: "failed", failure: { reason } });
  });
});

describe("a list of addresses", () => {
  test("that came to nothing is tried again with the same addresses, in either way", async () => {
    const source = await add({ urls: [`${own.site.url}/late`] });
    expect(source).toMatchObject({ status: "failed", failure: { reason: "source.no_pages" } });
    await resyncSource.run(own.owner, { sourceId: source.id });
    await own.settle();
    expect((await getCollection(own, source.id)).status).toBe("failed");
    put("/late", "Late trains run on Sundays.");
    await retrySource.run(own.owner, { sourceId: source.id });
    await own.settle();
    const retried = await getCollection(own, source.id);
    expect(retried).toMatchObject({ status: "live", pages: { live: 1 } });
    expect(retried.failure).toBeUndefined();
  });

  test("is a source of its pages, which can be read, taken away and brought back together", async () => {
    put("/elk", "Elks shed their antlers in winter.");
    put("/moose", "Moose are elks in America.");
    const urls = [
      `${own.site.url}/elk`,
      `${own.site.url}/moose#top`,
      `${own.site.url}/elk`,
      "http://127.0.0.1:1/",
    ];
    const source = await add({ urls, title: "Deer" });
    expect(source).toMatchObject({ title: "Deer", status: "live", url: null, pages: { live: 2 } });
    expect(await own.report(source.id)).toContain("http://127.0.0.1:1/ skipped blocked_address");
    expect((await add({ urls })).id).toBe(source.id);
    await resyncSource.run(own.owner, { sourceId: source.id });
    await own.settle();
    expect((await getCollection(own, source.id)).lastRefresh).toMatchObject({
      status: "unchanged",
      pages: { unchanged: 2, skipped: 1 },
    });

    const { text } = await getSourceText.run(own.owner, { sourceId: source.id });
    expect(text).toContain("antlers");
    const first = await listSourceChunks.run(own.owner, { sourceId: source.id, limit: 1 });
    const cursor = first.nextCursor!;
    const second = await listSourceChunks.run(own.owner, { sourceId: source.id, limit: 1, cursor });
    expect([...first.items, ...second.items].map((chunk) => chunk.text).join()).toContain("Moose");
    expect(second.nextCursor).toBeNull();

    const search = async () =>
      (await searchKnowledge.run(own.owner, { twinId: own.twinId, query: "elk antlers", limit: 5 }))
        .passages.length;
    expect(await search()).toBeGreaterThan(0);
    await removeSource.run(own.owner, { sourceId: source.id });
    expect(await search()).toBe(0);
    const all = { twinId: own.twinId, search: "/elk", limit: 10 };
    expect((await listSources.run(own.owner, all)).items).toEqual([]);
    await restoreSource.run(own.owner, { sourceId: source.id });
    expect(await search()).toBeGreaterThan(0);
    expect((await listSources.run(own.owner, all)).items).toHaveLength(1);
    expect(await getCollection(own, source.id)).toMatchObject({ status: "live" });

    await removeSource.run(own.owner, { sourceId: source.id });
    await own.world.runJobs(own.tenant, "retention");
    expect(own.world.ports.blobs.keys.length).toBeGreaterThan(0);
  });
});
