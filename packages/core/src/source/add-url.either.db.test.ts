import { afterAll, describe, expect, test } from "vitest";
import { startSite } from "../egress/testing/start-site.ts";
import { getJob } from "../job/jobs.ts";
import { addText } from "./add-text.ts";
import { addUrl } from "./add-url.ts";
import { getSourceFile } from "./get-source-file.ts";
import { resyncSource } from "./resync-source.ts";
import { retrySource } from "./retry-source.ts";
import { getSourceText } from "./source-text.ts";
import { html, openSiteWorld } from "./testing/open-site-world.ts";
import { pageSteps } from "./testing/page-steps.ts";

const opened = await openSiteWorld();
afterAll(() => opened[Symbol.asyncDispose]());
const canary = await startSite((_, reply) => reply.end("secret"));
afterAll(() => canary[Symbol.asyncDispose]());

const { world, tenant, owner, twinId, site, pages } = opened;
const { add, addLive, get, found, lines } = pageSteps(opened);

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
