import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Site, startSite } from "../../egress/testing/start-site.ts";
import { searchKnowledge } from "../../knowledge/search-knowledge.ts";
import { removeSource } from "../remove-source.ts";
import { resyncSource } from "../resync-source.ts";
import {
  childrenOf,
  getCollection,
  html,
  openSiteWorld,
  type SiteWorld,
} from "../testing/open-site-world.ts";
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

async function crawl(bounds: { maxPages?: number; maxDepth?: number } = {}) {
  const url = `${own.site.url}${at("/")}`;
  const input = { maxPages: 100, maxDepth: 5, pathPrefix: `${root}/`, ...bounds };
  const { id } = await crawlSite.run(own.owner, { twinId: own.twinId, url, ...input });
  await own.settle();
  return getCollection(own, id);
}

async function resync(sourceId: string) {
  own.asked.splice(0);
  await resyncSource.run(own.owner, { sourceId });
  await own.settle();
  return getCollection(own, sourceId);
}

const report = async (sourceId: string) =>
  (await own.report(sourceId)).map((line) => line.replaceAll(root, "")).sort();
const found = async (query: string) =>
  (await searchKnowledge.run(own.owner, { twinId: own.twinId, query, limit: 5 })).passages[0];

describe("a site", () => {
  test("is read page by page, and of every address the report says what became of it", async () => {
    own.pages.set("/robots.txt", {
      headers: { "content-type": "text/plain" },
      body: `User-agent: *\nDisallow: ${at("/private")}`,
    });
    put(
      "/",
      `Home of herons. ${links("/nest", "/gone", "/private/plan", "/hidden", "/print", "/sent", "/out", "/trap", "/copy", "/liar", "/heron.png", "/nest?utm_source=home", "/nest#eggs")}
      <a rel=nofollow href="${at("/ad")}">ad</a> <a href="https://elsewhere.example/">e</a> <a href="/outside">o</a>`,
    );
    put("/nest", `Herons build their nests in tall trees. ${links("/deep")}`);
    put("/deep", "Heron chicks leave after eight weeks.");
    put(
      "/hidden",
      `Not for an index. ${links("/behind")}`,
      '<meta name="robots" content="noindex">',
    );
    put("/behind", "Behind the hidden page there are reeds.");
    put(
      "/print",
      "Herons build their nests in tall trees!",
      `<link rel=canonical href="${at("/nest")}">`,
    );
    put("/moved-to", "Herons moved to the lake in 1990.");
    own.pages.set(at("/sent"), { status: 301, headers: { location: at("/moved-to") } });
    own.pages.set(at("/out"), {
      status: 302,
      headers: { location: "https://elsewhere.example:22/" },
    });
    own.pages.set(at("/trap"), { status: 302, headers: { location: canary.url } });
    own.pages.set(at("/copy"), own.pages.get(at("/deep"))!);
    own.pages.set(at("/liar"), { body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) });

    const source = await crawl();
    expect(await report(source.id)).toEqual([
      "/ added",
      "/ad skipped nofollow",
      "/behind added",
      "/copy added",
      "/deep skipped duplicate_of",
      "/gone skipped status_404",
      "/heron.png skipped not_text",
      "/hidden skipped noindex",
      "/liar skipped not_text",
      "/moved-to added",
      "/nest added",
      "/out skipped blocked_port",
      "/outside skipped outside_path",
      "/print skipped canonical",
      "/private/plan skipped robots",
      "/sent skipped redirected",
      "/trap skipped blocked_address",
    ]);
    expect(source).toMatchObject({
      kind: "sitemap",
      status: "live",
      pages: { total: 5, live: 5, processing: 0, failed: 0 },
      lastRefresh: { status: "succeeded", trigger: "added", pages: { added: 5 } },
    });
    expect(canary.connections).toBe(0);
    expect(await found("Where do herons build nests?")).toMatchObject({ sourceTitle: "/nest" });
    const once = own.asked.filter((path) => path.startsWith(root));
    expect(new Set(once).size).toBe(once.length);
    own.pages.delete("/robots.txt");
  });

  test("is brought up to date by what has changed, and by nothing else", async () => {
    const etag = (tag: string) => ({ headers: { etag: tag } });
    put("/", `Otters swim. ${links("/holt", "/pups", "/food")}`);
    own.pages.set(at("/holt"), {
      ...etag('"1"'),
      body: html("Holt", `A holt is a den. ${links("/far")}`),
    });
    put("/pups", "Otter pups are born in spring.");
    put("/food", "Otters eat eels.");
    put("/far", "Far otters live by the sea.");
    const source = await crawl();
    const before = await childrenOf(own, source.id);

    const same = await resync(source.id);
    expect(same.lastRefresh).toMatchObject({ status: "unchanged", pages: { unchanged: 5 } });
    expect(same).toMatchObject({ status: "live", refreshing: false });

    put("/", `Otters swim well. ${links("/holt", "/pups", "/food", "/new")}`);
    put("/food", "Otters eat crayfish.");
    put("/new", "New otters were seen at the weir.");
    own.pages.delete(at("/pups"));
    const changed = await resync(source.id);
    expect(await report(source.id)).toEqual([
      "/ changed",
      "/far unchanged",
      "/food changed",
      "/holt unchanged",
      "/new added",
      "/pups removed status_404",
    ]);
    expect(changed).toMatchObject({ status: "live", pages: { total: 5, live: 5 } });
    expect((await found("What do otters eat?"))?.text).toContain("crayfish");
    expect((await found("When are otter pups born?"))?.text ?? "").not.toContain("spring");
    expect((await childrenOf(own, source.id)).get("/food")?.id).toBe(before.get("/food")?.id);

    put("/pups", "Otter pups are born in spring.");
    await resync(source.id);
    expect((await childrenOf(own, source.id)).get("/pups")?.id).toBe(before.get("/pups")?.id);
    expect((await found("When are otter pups born?"))?.text).toContain("spring");
  });

  test("keeps a page that cannot be read now, and one that a failing page may lead to", async () => {
    put("/", `Bats. ${links("/roost")}`);
    put("/roost", `Bats roost in barns. ${links("/barn")}`);
    put("/barn", "The barn of the bats is red.");
    const source = await crawl();
    own.pages.set(at("/roost"), { status: 503 });
    await resync(source.id);
    expect(await report(source.id)).toEqual(["/ unchanged", "/roost failed status_503"]);
    expect((await found("Which colour is the barn of the bats?"))?.text).toContain("red");
    own.pages.set(at("/roost"), { body: html("/roost", "Bats roost in attics.") });
    await resync(source.id);
    expect(await report(source.id)).toContain("/barn removed unlinked");
  });

  test("does not bring back what a person has taken out", async () => {
    put("/", `Terms and toads. ${links("/terms", "/toads")}`);
    put("/terms", "These terms are about toads in law.");
    put("/toads", "Toads spawn in ponds.");
    const source = await crawl();
    const terms = (await childrenOf(own, source.id)).get("/terms")!;
    await removeSource.run(own.owner, { sourceId: terms.id });
    await resync(source.id);
    expect(await report(source.id)).toContain("/terms skipped excluded");
    expect((await getCollection(own, source.id)).pages).toMatchObject({ total: 2, live: 2 });
  });
});
