import { afterAll, describe, expect, test } from "vitest";
import { addText } from "./add-text.ts";
import { resyncSource } from "./resync-source.ts";
import { renameSource } from "./sources.ts";
import { html, openSiteWorld } from "./testing/open-site-world.ts";
import { pageSteps } from "./testing/page-steps.ts";

const opened = await openSiteWorld();
afterAll(() => opened[Symbol.asyncDispose]());

const { world, tenant, owner, twinId, pages } = opened;
const { addLive, get, resync, found, lines } = pageSteps(opened);

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

  test("costs nothing when only its bytes differ, and is asked for by its newest mark then", async () => {
    const page = (token: string) => ({
      headers: { etag: `"${token}"` },
      body: html(
        "Gull",
        "The gull of Kereva sleeps on the lamp.",
        `<meta name="t" content="${token}">`,
      ),
    });
    const source = await addLive("/gull", page("one"));
    const blobs = world.ports.blobs.keys.length;
    pages.set("/gull", page("two"));
    const { ended } = await resync(source.id);
    expect(ended).toMatchObject({ status: "live", refreshing: false, chunkCount: 1 });
    expect(ended.lastRefresh).toMatchObject({ status: "unchanged", passages: { kept: 1 } });
    expect(world.ports.blobs.keys).toHaveLength(blobs);
    expect(await lines(ended.jobId)).toContain("says what it said");
    const again = await resync(source.id);
    expect(await lines(again.ended.jobId)).toContain("Nothing has changed");
    expect(await found("Where does the gull sleep?")).toContain("on the lamp");
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
