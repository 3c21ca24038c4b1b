import type { Embedder } from "@understudy/rag/embed/embedder";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelJob } from "../job/cancel-job.ts";
import { getJob, listJobLogs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { addText } from "./add-text.ts";
import { removeSource, restoreSource } from "./remove-source.ts";
import { retrySource } from "./retry-source.ts";
import { getSourceText, listSourceChunks } from "./source-text.ts";
import { getSource, renameSource } from "./sources.ts";

const KEREVA =
  "The lighthouse at Kereva was painted in green and white stripes in the spring of 1931.";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;

beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

function search(query: string, ctx = owner) {
  return searchKnowledge.run(ctx, { twinId, query, limit: 5 });
}

async function addLive(text: string, title = "Note") {
  const source = await addText.run(owner, { twinId, title, text });
  await world.runJobs(tenant);
  return getSource.run(owner, { sourceId: source.id });
}

describe("a note", () => {
  test("goes live, and its words are found where they stand", async () => {
    const source = await addLive(`${KEREVA}\n\nIts keeper wrote about fog.`, "Lighthouses");
    expect(source).toMatchObject({ status: "live", refreshing: false, chunkCount: 1 });
    const { passages } = await search("When was the lighthouse painted?");
    expect(passages[0]).toMatchObject({ sourceId: source.id, sourceTitle: "Lighthouses" });
    const { text } = await getSourceText.run(owner, { sourceId: source.id });
    const { start, end } = passages[0]!.locator;
    expect(text.slice(start, end)).toBe(passages[0]!.text);
    const { items } = await listSourceChunks.run(owner, { sourceId: source.id, limit: 10 });
    expect(items.map((chunk) => chunk.text)).toEqual([passages[0]!.text]);
  });

  test("that is already there is the one that is there, and leaves no second blob", async () => {
    const first = await addLive("Gulls are counted every Monday at noon.");
    const blobs = world.ports.blobs.keys.length;
    const again = await addText.run(owner, {
      twinId,
      title: "Other title",
      text: "Gulls are counted every Monday at noon.",
    });
    expect(again).toMatchObject({ id: first.id, duplicateOf: first.id });
    expect(world.ports.blobs.keys).toHaveLength(blobs);
  });

  test("that is removed stops answering with the next query, and answers again when restored", async () => {
    const source = await addLive("The foghorn of Mirny sounds every ninety seconds.");
    expect((await search("foghorn of Mirny")).passages[0]).toMatchObject({ sourceId: source.id });
    await removeSource.run(owner, { sourceId: source.id });
    const found = (await search("foghorn of Mirny")).passages.map((passage) => passage.sourceId);
    expect(found).not.toContain(source.id);
    await expect(getSource.run(owner, { sourceId: source.id })).rejects.toMatchObject({
      reason: "source.not_found",
    });
    await restoreSource.run(owner, { sourceId: source.id });
    expect((await search("foghorn of Mirny")).passages[0]).toMatchObject({ sourceId: source.id });
  });

  test("that is renamed is found by its new title", async () => {
    const source = await addLive("Oil, wicks and glass are ordered in March.", "Supplies");
    expect((await search("Zanzibar")).passages).toEqual([]);
    await renameSource.run(owner, { sourceId: source.id, title: "Zanzibar" });
    await world.runJobs(tenant);
    expect((await search("Zanzibar")).passages[0]).toMatchObject({ sourceId: source.id });
  });

  test("of one tenant is nothing to another", async () => {
    const source = await addLive("The secret of the Kereva keepers is a blue lamp.");
    const stranger = (await world.newTenant()).as("owner");
    const refusal = { code: "not_found" };
    await expect(search("blue lamp", stranger)).rejects.toMatchObject(refusal);
    const stolen = { sourceId: source.id };
    await expect(getSourceText.run(stranger, stolen)).rejects.toMatchObject(refusal);
    await expect(removeSource.run(stranger, stolen)).rejects.toMatchObject(refusal);
    expect((await search("blue lamp")).passages[0]).toMatchObject(stolen);
  });

  test("of one twin is nothing to a key for another twin", async () => {
    const source = await addLive("Herring is smoked behind the boathouse.");
    const other = await createTwin.run(owner, { name: "Other" });
    const key = tenant.asKey([other.id]);
    await expect(search("herring", key)).rejects.toMatchObject({ code: "not_found" });
    await expect(getSource.run(key, { sourceId: source.id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await search("herring", tenant.asKey([twinId]))).toMatchObject({
      passages: [{ sourceId: source.id }],
    });
  });
});

describe("processing", () => {
  test("that is cancelled ends as failed, and a worker that was late writes nothing", async () => {
    const source = await addText.run(owner, {
      twinId,
      title: "Slow",
      text: "Slow words arrive late.",
    });
    await cancelJob.run(owner, { jobId: source.jobId! });
    await world.runJobs(tenant);
    expect(await getSource.run(owner, { sourceId: source.id })).toMatchObject({
      status: "failed",
      failure: { reason: "source.cancelled" },
    });
    expect(await getJob.run(owner, { jobId: source.jobId! })).toMatchObject({
      status: "cancelled",
    });
    await retrySource.run(owner, { sourceId: source.id });
    await world.runJobs(tenant);
    expect(await getSource.run(owner, { sourceId: source.id })).toMatchObject({ status: "live" });
  });

  test("that failed begins again when the same is added again", async () => {
    const note = { twinId, title: "Slip", text: "A slip of the hand stopped this." };
    const source = await addText.run(owner, note);
    await cancelJob.run(owner, { jobId: source.jobId! });
    const again = await addText.run(owner, note);
    expect(again).toMatchObject({ status: "processing", duplicateOf: source.id });
    await world.runJobs(tenant);
    expect(await getSource.run(owner, { sourceId: source.id })).toMatchObject({ status: "live" });
  });

  test("that is cancelled while it reads is told to stop, and says nothing more", async () => {
    const begun = Promise.withResolvers<void>();
    await using slow = await openTestWorld({
      parse: (_request, signal) => {
        begun.resolve();
        return new Promise((_, reject) =>
          signal.addEventListener("abort", () => reject(signal.reason), { once: true }),
        );
      },
    });
    const other = await slow.newTenant();
    const ctx = other.as("owner");
    const twin = await createTwin.run(ctx, { name: "Keeper" });
    const source = await addText.run(ctx, { twinId: twin.id, title: "Long", text: "x" });
    const running = slow.runJobs(other);
    await begun.promise;
    await cancelJob.run(ctx, { jobId: source.jobId! });
    await running;
    expect(await getJob.run(ctx, { jobId: source.jobId! })).toMatchObject({ status: "cancelled" });
    const { items } = await listJobLogs.run(ctx, { jobId: source.jobId!, limit: 100 });
    expect(items.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("of a source that is removed ends with it, and nothing of it is left", async () => {
    const text = "Words that were taken back at once.";
    const blobs = world.ports.blobs.keys.length;
    const source = await addText.run(owner, { twinId, title: "Regretted", text });
    await removeSource.run(owner, { sourceId: source.id });
    await world.runJobs(tenant);
    expect(world.ports.blobs.keys).toHaveLength(blobs);
    await expect(restoreSource.run(owner, { sourceId: source.id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await addLive(text)).toMatchObject({ status: "live" });
  });

  test("that is refused says why, once, and is not tried again by itself", async () => {
    await using strict = await openTestWorld({
      parse: () => Promise.reject(new SourceRejected("source.encrypted", "It needs a password.")),
    });
    const other = await strict.newTenant();
    const ctx = other.as("owner");
    const twin = await createTwin.run(ctx, { name: "Keeper" });
    const source = await addText.run(ctx, { twinId: twin.id, title: "Locked", text: "x" });
    await strict.runJobs(other);
    expect(await getSource.run(ctx, { sourceId: source.id })).toMatchObject({
      status: "failed",
      failure: { reason: "source.encrypted", message: "It needs a password." },
    });
    expect(await getJob.run(ctx, { jobId: source.jobId! })).toMatchObject({
      status: "failed",
      attempt: 1,
    });
  });

  test("that failed while embedding parses nothing again and pays for no finished batch again", async () => {
    const embedder = scriptedEmbedder({ failOnCall: 2 });
    let parses = 0;
    await using paid = await openTestWorld({
      embedder,
      parse: async ({ bytes }) => {
        parses += 1;
        const text = new TextDecoder().decode(bytes);
        return { text, blocks: [{ kind: "paragraph", start: 0, end: text.length }] };
      },
    });
    const other = await paid.newTenant();
    const ctx = other.as("owner");
    const twin = await createTwin.run(ctx, { name: "Keeper" });
    const text = Array.from(
      { length: 1_500 },
      (_, i) => `Sentence number ${i} is about lamp ${i}.`,
    );
    const added = { twinId: twin.id, title: "Long", text: text.join(" ") };
    const source = await addText.run(ctx, added);
    await paid.runJobs(other);
    expect(await getJob.run(ctx, { jobId: source.jobId! })).toMatchObject({ status: "queued" });
    await paid.runJobs(other);
    expect(await getSource.run(ctx, { sourceId: source.id })).toMatchObject({ status: "live" });
    expect(parses).toBe(1);
    expect(new Set(embedder.paid).size).toBe(embedder.paid.length);
    const { items } = await listJobLogs.run(ctx, { jobId: source.jobId!, limit: 100 });
    expect(items.map((line) => line.attempt)).toEqual(expect.arrayContaining([1, 2]));
  });
});

function scriptedEmbedder({ failOnCall }: { failOnCall: number }): Embedder & { paid: string[] } {
  const paid: string[] = [];
  let calls = 0;
  return {
    model: "scripted",
    maxBatchSize: 4,
    paid,
    async embed(texts) {
      calls += 1;
      if (calls === failOnCall) throw new Error("The provider is down.");
      paid.push(...texts);
      return texts.map((text) => Float32Array.of(text.length, 1));
    },
  };
}
