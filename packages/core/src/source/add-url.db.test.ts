import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openEgress } from "../egress/open-egress.ts";
import { type Site, startSite } from "../egress/testing/start-site.ts";
import { getJob, listJobLogs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { addText } from "./add-text.ts";
import { addUrl } from "./add-url.ts";
import { getSourceFile } from "./get-source-file.ts";
import { resyncSource } from "./resync-source.ts";
import { retrySource } from "./retry-source.ts";
import { getSourceText } from "./source-text.ts";
import { getSource, renameSource } from "./sources.ts";

interface Page {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

const pages = new Map<string, Page>();
const asked: string[] = [];
let site: Site;
let canary: Site;
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;

beforeAll(async () => {
  site = await startSite(({ url = "", headers }, reply) => {
    asked.push(url);
    const { status = 200, headers: own = {}, body = "" } = pages.get(url) ?? { status: 404 };
    const isSame = own.etag !== undefined && headers["if-none-match"] === own.etag;
    reply.writeHead(isSame ? 304 : status, { "content-type": "text/html", ...own });
    reply.end(isSame ? undefined : body);
  });
  canary = await startSite((_, reply) => reply.end("secret"));
  const egress = openEgress({ allow: new Set([site.host]), maxBytes: 1_048_576 });
  world = await openTestWorld({ egress });
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Reader" })).id;
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
  await canary[Symbol.asyncDispose]();
});
afterEach(() => asked.splice(0));

const html = (title: string, text: string, head = "") =>
  `<!doctype html><title>${title}</title>${head}<h1>${title}</h1><p>${text}</p>`;
const add = (path: string) => addUrl.run(owner, { twinId, url: `${site.url}${path}` });
const get = (sourceId: string) => getSource.run(owner, { sourceId });
const found = async (query: string) =>
  (await searchKnowledge.run(owner, { twinId, query, limit: 5 })).passages[0]?.text ?? "";
const lines = async (jobId: string | null) => {
  const { items } = await listJobLogs.run(owner, { jobId: jobId ?? "", limit: 100 });
  return items.map(({ message }) => message).join("\n");
};

async function addLive(path: string, page: Page) {
  pages.set(path, page);
  const { id } = await add(path);
  await world.runJobs(tenant);
  return get(id);
}

async function resync(sourceId: string) {
  const started = await resyncSource.run(owner, { sourceId });
  await world.runJobs(tenant);
  return { started, ended: await get(sourceId) };
}

describe("a page of the web", () => {
  test("is a source at once, named by its address until the page says its own title", async () => {
    const head = '<link rel="canonical" href="/oak">';
    pages.set("/trees/oak?from=mail", { body: html("Of oaks", "Oaks bear acorns.", head) });
    const added = await add("/trees/oak?from=mail#roots");
    const url = `${site.url}/trees/oak?from=mail`;
    expect(added).toMatchObject({
      kind: "url",
      url,
      status: "processing",
      title: `${site.host}/trees/oak`,
      byteSize: null,
    });
    await world.runJobs(tenant);
    expect(await get(added.id)).toMatchObject({
      url,
      canonicalUrl: `${site.url}/oak`,
      status: "live",
      title: "Of oaks",
      mediaType: "text/html",
    });
    expect(await found("What do oaks bear?")).toContain("acorns");
    const file = await getSourceFile.run(owner, { sourceId: added.id });
    expect(file).toMatchObject({ fileName: "oak.html", mediaType: "text/html" });
  });

  test("that is there already is the one that is there, also by where it ended", async () => {
    pages.set("/moved", { status: 301, headers: { location: "/elm" } });
    pages.set("/elm", { body: html("Of elms", "Elms line the avenue.") });
    const first = await add("/moved");
    await world.runJobs(tenant);
    for (const path of ["/moved", "/moved#part", "/elm"]) {
      expect(await add(path)).toMatchObject({ id: first.id, duplicateOf: first.id });
    }
    const both = await Promise.all([add("/twice"), add("/twice")]);
    expect(both[0]!.id).toBe(both[1]!.id);
    await world.runJobs(tenant);
  });

  test("that holds the same as another source is kept, and the job says so", async () => {
    const text = "Willows stand by the water.";
    const headers = { "content-type": "text/plain" };
    await addText.run(owner, { twinId, title: "Willows", text });
    const source = await addLive("/willow.txt", { headers, body: text });
    expect(source.status).toBe("live");
    expect(await lines(source.jobId)).toContain("Willows");
  });

  test("in an encoding that only its reply names is understood", async () => {
    const headers = { "content-type": "text/plain; charset=windows-1251" };
    const source = await addLive("/old", { headers, body: Buffer.from([0xc4, 0xf3, 0xe1, 0x2e]) });
    const { text } = await getSourceText.run(owner, { sourceId: source.id });
    expect(text).toBe("Дуб.");
  });

  test("that fails says why, and is fetched again when it is tried again", async () => {
    const failed = await addLive("/late", { status: 503 });
    expect(failed).toMatchObject({ status: "failed", failure: { reason: "source.http_status" } });
    expect(await getJob.run(owner, { jobId: failed.jobId! })).toMatchObject({
      status: "failed",
      attempt: 1,
    });
    pages.set("/late", { body: html("Late", "Better late than never.") });
    await retrySource.run(owner, { sourceId: failed.id });
    await world.runJobs(tenant);
    expect(await get(failed.id)).toMatchObject({ status: "live", title: "Late" });
  });

  test.each([
    ["http://127.0.0.1/", "source.blocked_address"],
    ["http://[::1]/", "source.blocked_address"],
    ["http://169.254.169.254/latest", "source.blocked_address"],
    ["localhost", "source.blocked_address"],
    ["file:///etc/passwd", "source.blocked_scheme"],
    ["https://example.com:22/", "source.blocked_port"],
    ["https://user:pass@example.com/", "source.invalid_url"],
    ["not an address", "source.invalid_url"],
  ])("at %s is refused, and nothing is left of it: %s", async (url, reason) => {
    await expect(addUrl.run(owner, { twinId, url })).rejects.toMatchObject({ reason });
  });

  test("that sends on to a private address fails, and nothing of it is kept", async () => {
    const blobs = world.ports.blobs.keys.length;
    const headers = { location: `${canary.url}/` };
    const failed = await addLive("/trap", { status: 302, headers });
    expect(failed).toMatchObject({
      status: "failed",
      failure: { reason: "source.blocked_address" },
    });
    expect(canary.connections).toBe(0);
    expect(world.ports.blobs.keys).toHaveLength(blobs);
  });

  test("is another tenant's to add for itself, and nothing of ours to fetch again", async () => {
    const source = await addLive("/ash", { body: html("Of ashes", "Ashes have keys.") });
    const stranger = (await world.newTenant()).as("owner");
    const refusal = { code: "not_found" };
    const url = `${site.url}/ash`;
    await expect(addUrl.run(stranger, { twinId, url })).rejects.toMatchObject(refusal);
    const stolen = resyncSource.run(stranger, { sourceId: source.id });
    await expect(stolen).rejects.toMatchObject(refusal);
  });
});

describe("fetching again", () => {
  test("costs nothing when nothing has changed, by the server's word or by the bytes", async () => {
    const headers = { etag: '"1"' };
    for (const page of [
      { headers, body: "<p>Yew berries are red.</p>" },
      { body: "<p>Box.</p>" },
    ]) {
      const path = `/yew-${page.body.length}`;
      const source = await addLive(path, page);
      const blobs = world.ports.blobs.keys.length;
      const { started, ended } = await resync(source.id);
      expect(started).toMatchObject({ status: "live", refreshing: true, chunkCount: 1 });
      expect(ended).toMatchObject({ status: "live", refreshing: false, chunkCount: 1 });
      expect(ended.lastRefresh).toMatchObject({ status: "unchanged", passages: { kept: 1 } });
      expect(await lines(ended.jobId)).toContain("Nothing has changed");
      expect(world.ports.blobs.keys).toHaveLength(blobs);
    }
  });

  test("brings what is new in one step, and the old answers until then", async () => {
    const source = await addLive("/lamp", { body: html("The lamp", "The lamp burns oil.") });
    pages.set("/lamp", { body: html("The new lamp", "The lamp burns gas.") });
    await resyncSource.run(owner, { sourceId: source.id });
    expect(await found("What does the lamp burn?")).toContain("oil");
    await expect(resyncSource.run(owner, { sourceId: source.id })).rejects.toMatchObject({
      reason: "source.processing",
    });
    await world.runJobs(tenant);
    expect(await found("What does the lamp burn?")).toContain("gas");
    expect(await get(source.id)).toMatchObject({ title: "The new lamp", refreshing: false });
  });

  test("that fails leaves what answers, says why, and can be tried again", async () => {
    const source = await addLive("/bell", { body: html("The bell", "The bell rings at noon.") });
    pages.set("/bell", { status: 500 });
    const { ended } = await resync(source.id);
    expect(ended).toMatchObject({
      status: "live",
      refreshing: false,
      lastRefresh: { status: "failed", failure: { reason: "source.http_status" } },
    });
    expect(ended.failure).toBeUndefined();
    expect(await found("When does the bell ring?")).toContain("noon");
    pages.set("/bell", { body: html("The bell", "The bell rings at dusk.") });
    const { ended: repaired } = await resync(source.id);
    expect(repaired.lastRefresh).toMatchObject({ status: "succeeded", trigger: "asked" });
    expect(repaired.lastRefresh?.failure).toBeUndefined();
    expect(await found("When does the bell ring?")).toContain("dusk");
  });

  test("keeps the title that a person has given, and is not for notes", async () => {
    const source = await addLive("/gate", { body: html("The gate", "The gate is iron.") });
    await renameSource.run(owner, { sourceId: source.id, title: "Our gate" });
    await world.runJobs(tenant);
    pages.set("/gate", { body: html("The old gate", "The gate is rust.") });
    expect((await resync(source.id)).ended.title).toBe("Our gate");
    const note = await addText.run(owner, { twinId, title: "Note", text: "Not from the web." });
    await expect(resyncSource.run(owner, { sourceId: note.id })).rejects.toMatchObject({
      reason: "source.not_from_web",
    });
  });
});
