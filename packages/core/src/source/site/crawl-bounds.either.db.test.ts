import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openEgress } from "../../egress/open-egress.ts";
import { type Site, startSite } from "../../egress/testing/start-site.ts";
import { getJob } from "../../job/jobs.ts";
import { TurnOver } from "../../kernel/job.ts";
import { removeSource } from "../remove-source.ts";
import { resyncSource } from "../resync-source.ts";
import { listSources } from "../sources.ts";
import { getCollection, html, openSiteWorld, type SiteWorld } from "../testing/open-site-world.ts";
import { crawlSite } from "./add-site.ts";

let own: SiteWorld;
let canary: Site;
let count = 0;
/** Each test has a part of the site for itself. */
let root: string;

beforeAll(async () => {
  canary = await startSite((_, reply) => reply.end("secret"));
  own = await openSiteWorld();
});
afterAll(async () => {
  await own[Symbol.asyncDispose]();
  await canary[Symbol.asyncDispose]();
});
beforeEach(() => {
  count += 1;
  root = `/site-${count}`;
  own.asked.splice(0);
});

const at = (path: string) => `${root}${path}`;
const links = (...paths: string[]) => paths.map((path) => `<a href="${at(path)}">x</a>`).join(" ");
const put = (path: string, text: string, head = "") =>
  own.pages.set(at(path), { body: html(path, text, head) });

async function crawl() {
  const url = `${own.site.url}${at("/")}`;
  const input = { maxPages: 100, maxDepth: 5, pathPrefix: `${root}/` };
  const { id } = await crawlSite.run(own.owner, { twinId: own.twinId, url, ...input });
  await own.settle();
  return getCollection(own, id);
}

describe("a crawl", () => {
  test("that links to itself for ever ends where its bounds are", async () => {
    await using endless = await startSite(({ url = "" }, reply) => {
      const { pathname, searchParams } = new URL(url, "http://x");
      const month = Number(searchParams.get("month") ?? 0);
      reply.setHeader("content-type", "text/html");
      reply.end(
        html(
          url,
          `Month ${month} at ${url}. <a href="?month=${month + 1}&sid=${Math.random()}">next</a>
           <a href="${pathname}deeper/">deeper</a> <a href="${pathname}${month}-${url.length}/">new</a>`,
        ),
      );
    });
    const egress = openEgress({ allow: new Set([endless.host]), maxBytes: 1_048_576, paceMs: 0 });
    await using bounded = await openSiteWorld({ egress });
    const input = {
      twinId: bounded.twinId,
      url: endless.url,
      maxPages: 6,
      maxDepth: 20,
      pathPrefix: "/",
    };
    const { id } = await crawlSite.run(bounded.owner, input);
    await bounded.settle();
    const source = await getCollection(bounded, id);
    expect(source).toMatchObject({ status: "live", pages: { total: 6, live: 6 } });
    expect(source.lastRefresh?.pages).toMatchObject({ added: 6 });
    expect(await bounded.report(id)).toContainEqual(expect.stringContaining("skipped limit"));
    expect(endless.connections).toBeLessThan(30);
  });

  test.each([
    ["broke", new Error("The worker is gone.")],
    ["gave its place to others", new TurnOver()],
  ])("is read on where an attempt %s, and no page is asked for twice", async (_, end) => {
    const opened = openEgress({ allow: new Set(), maxBytes: 1 });
    let fetches = 0;
    const egress: typeof opened = {
      ...opened,
      fetchUrl: (url, options) => {
        fetches += 1;
        if (fetches === 4) throw end;
        return own.world.ports.egress.fetchUrl(url, options);
      },
      judge: (url) => own.world.ports.egress.judge(url),
    };
    await using broken = await openSiteWorld({ egress });
    put("/", `Swans. ${links("/a", "/b")}`);
    put("/a", `Swans mute. ${links("/c")}`);
    put("/b", "Swans whoop.");
    put("/c", "Swans are black.");
    const url = `${own.site.url}${at("/")}`;
    const input = {
      twinId: broken.twinId,
      url,
      maxPages: 100,
      maxDepth: 5,
      pathPrefix: `${root}/`,
    };
    const { id, jobId } = await crawlSite.run(broken.owner, input);
    await broken.settle();
    expect(await getJob.run(broken.owner, { jobId: jobId! })).toMatchObject({ attempt: 2 });
    expect(await getCollection(broken, id)).toMatchObject({ status: "live", pages: { live: 4 } });
    const asked = own.asked
      .filter((path) => path.startsWith(root))
      .map((path) => path.slice(root.length));
    expect(asked).toEqual(["/", "/a", "/b", "/c"]);
  });

  test("that is taken away while its pages are being read leaves nothing behind", async () => {
    const blobs = own.world.ports.blobs.keys.length;
    put("/", `Geese. ${links("/a", "/b", "/c")}`);
    for (const path of ["/a", "/b", "/c"]) put(path, `Geese fly ${path}.`);
    const url = `${own.site.url}${at("/")}`;
    const bounds = { maxPages: 9, maxDepth: 5, pathPrefix: `${root}/` };
    const { id } = await crawlSite.run(own.owner, { twinId: own.twinId, url, ...bounds });
    await own.world.runJobs(own.tenant);
    await Promise.all([
      own.world.runJobs(own.tenant),
      removeSource.run(own.owner, { sourceId: id }),
    ]);
    await own.settle();
    await expect(getCollection(own, id)).rejects.toMatchObject({ code: "not_found" });
    const all = { twinId: own.twinId, search: root, limit: 100 };
    expect((await listSources.run(own.owner, all)).items).toEqual([]);
    await own.world.runJobs(own.tenant, "retention");
    expect(own.world.ports.blobs.keys).toHaveLength(blobs);
  });

  test("waits where a server asks for it, and leaves the rest for later where that is long", async () => {
    put("/", `Herons. ${links("/busy", "/away", "/left")}`);
    put("/left", "Herons nest.");
    const isRested = () => own.asked.filter((path) => path === at("/busy")).length > 2;
    own.pages.set(at("/busy"), {
      headers: { "retry-after": "0" },
      body: html("Busy", "Herons wade."),
      get status() {
        return isRested() ? 200 : 503;
      },
    });
    own.pages.set(at("/away"), { status: 429, headers: { "retry-after": "7200" } });
    const source = await crawl();
    expect(await own.report(source.id)).toEqual([
      `${at("/")} added`,
      `${at("/away")} failed status_429`,
      `${at("/busy")} added`,
      `${at("/left")} failed retry_later`,
    ]);
    expect(own.asked.filter((path) => path !== "/robots.txt")).toEqual(
      ["/", "/busy", "/busy", "/busy", "/away"].map(at),
    );
    own.pages.set(at("/away"), { body: html("Away", "Herons fly.") });
    await resyncSource.run(own.owner, { sourceId: source.id });
    await own.settle();
    expect(await getCollection(own, source.id)).toMatchObject({ pages: { live: 4 } });
  });
});

describe("a first page", () => {
  test.each([
    ["that is not there", { status: 404 }, "source.http_status"],
    [
      "that sends on to a private address",
      { status: 302, headers: { location: "http://10.0.0.1/" } },
      "source.blocked_address",
    ],
    ["that is a picture", { headers: { "content-type": "image/png" } }, "source.unsupported"],
  ])("%s says why the site has none", async (_, page, reason) => {
    own.pages.set(at("/"), page);
    expect(await crawl()).toMatchObject({
      status: "failed",
      failure: { reason },
      pages: { total: 0 },
    });
  });

  test("that robots.txt keeps for people is left to them", async () => {
    own.pages.set("/robots.txt", { body: `User-agent: understudy\nDisallow: ${root}/` });
    put("/", "Closed.");
    expect(await crawl()).toMatchObject({ failure: { reason: "source.robots_disallowed" } });
    own.pages.set("/robots.txt", { status: 503 });
    root = `${root}-b`;
    expect(await crawl()).toMatchObject({ failure: { reason: "source.robots_unavailable" } });
    expect(own.asked.filter((path) => path !== "/robots.txt")).toEqual([]);
    own.pages.delete("/robots.txt");
  });

  test("at a private address is refused at once, and the same site is one source", async () => {
    const input = { twinId: own.twinId, maxPages: 5, maxDepth: 1, pathPrefix: "/" };
    const refused = crawlSite.run(own.owner, { ...input, url: canary.url });
    await expect(refused).rejects.toMatchObject({ reason: "source.blocked_address" });
    put("/", "One site.");
    const source = await crawl();
    const again = await crawlSite.run(own.owner, {
      ...input,
      url: `${own.site.url}${at("/")}#top`,
    });
    expect(again).toMatchObject({ id: source.id, duplicateOf: source.id });
    const stranger = (await own.world.newTenant()).as("owner");
    await expect(crawlSite.run(stranger, { ...input, url: own.site.url })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
