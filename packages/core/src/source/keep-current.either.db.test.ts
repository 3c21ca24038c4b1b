import type { Embedder } from "@understudy/rag/embed/embedder";
import { parseBytes } from "@understudy/rag/parse/parse-bytes";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { addFile as add } from "../testing/add-file.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { addText } from "./add-text.ts";
import { editNote } from "./edit-note.ts";
import { listSyncChanges } from "./list-sync-changes.ts";
import { removeSource, restoreSource } from "./remove-source.ts";
import { replaceSource } from "./replace-file.ts";
import { retrySource } from "./retry-source.ts";
import { getSource } from "./sources.ts";
import { listSyncs } from "./syncs.ts";

const LOCKED = "%locked";
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
const paid: string[] = [];

const embedder: Embedder = {
  model: "counting",
  maxBatchSize: 8,
  async embed(texts) {
    paid.push(...texts);
    return texts.map((text) => Float32Array.of(text.length, 1));
  },
};

beforeAll(async () => {
  world = await openTestWorld({
    embedder,
    parse: ({ bytes, ...named }) => {
      if (!Buffer.from(bytes).toString().startsWith(LOCKED)) return parseBytes(bytes, named);
      throw new SourceRejected("source.encrypted", "It needs a password.");
    },
  });
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
beforeEach(async () => {
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
  paid.length = 0;
});
afterAll(() => world[Symbol.asyncDispose]());

const get = (sourceId: string) => getSource.run(owner, { sourceId });
const syncs = async (sourceId: string) =>
  (await listSyncs.run(owner, { sourceId, limit: 10 })).items;
const changes = async (syncId: string) =>
  (await listSyncChanges.run(owner, { syncId, limit: 100 })).items;
const found = async (query: string) =>
  (await searchKnowledge.run(owner, { twinId, query, limit: 5 })).passages[0]?.text ?? "";
const replace = (sourceId: string, text: string, fileName = "new.md") => {
  const contentBase64 = Buffer.from(text).toString("base64");
  return replaceSource.run(owner, { sourceId, fileName, contentBase64 });
};

const addFile = (text: string) => add(world, tenant, { twinId, text });
async function addLiveFile(text: string) {
  const { id } = await addFile(text);
  await world.runJobs(tenant);
  return get(id);
}

/** Chapters of their own passage each. */
const chapters = (...topics: string[]) =>
  topics
    .map((topic) => `# ${topic}\n\n${`The ${topic} is kept by the keeper of Kereva. `.repeat(25)}`)
    .join("\n\n");

describe("the same bytes", () => {
  const SAME = { code: "conflict", reason: "source.same_as_other" };

  test("are one source also where one is replaced by them, or a note comes to say them", async () => {
    const oil = await addLiveFile("The lamp burns oil.");
    const gas = await addLiveFile("The lamp burns gas.");
    const blobs = [...world.ports.blobs.keys];
    await expect(replace(gas.id, "The lamp burns oil.")).rejects.toMatchObject(SAME);
    expect(world.ports.blobs.keys).toEqual(blobs);
    expect(await get(gas.id)).toMatchObject({ status: "live", refreshing: false });
    expect(await found("What does the lamp burn? gas")).toContain("gas");
    await removeSource.run(owner, { sourceId: oil.id });
    expect(await replace(gas.id, "The lamp burns oil.")).toMatchObject({ refreshing: true });
  });

  test("are one source also where one is restored after they were added again", async () => {
    const first = await addLiveFile("Gulls nest in April.");
    await removeSource.run(owner, { sourceId: first.id });
    const second = await addLiveFile("Gulls nest in April.");
    expect(second.id).not.toBe(first.id);
    const restore = () => restoreSource.run(owner, { sourceId: first.id });
    await expect(restore()).rejects.toMatchObject(SAME);
    await expect(get(first.id)).rejects.toMatchObject({ code: "not_found" });
    await removeSource.run(owner, { sourceId: second.id });
    expect(await restore()).toMatchObject({ id: first.id, status: "live" });
    expect(await found("When do gulls nest?")).toContain("April");
  });
});

describe("a file that is replaced", () => {
  test("keeps its id, title and history, and the old answers until the new is live", async () => {
    const source = await addLiveFile("The lamp burns oil.");
    const replaced = await replace(source.id, "The lamp burns gas.");
    expect(replaced).toMatchObject({ id: source.id, title: "keeper", refreshing: true });
    expect(await found("What does the lamp burn?")).toContain("oil");
    await world.runJobs(tenant);
    expect(await found("What does the lamp burn?")).toContain("gas");
    expect(await get(source.id)).toMatchObject({ title: "keeper", refreshing: false });
    const [newest, first] = await syncs(source.id);
    expect([newest?.trigger, first?.trigger]).toEqual(["replaced", "added"]);
    expect(first).toMatchObject({ status: "succeeded", passages: { added: 1, kept: 0 } });
    expect(newest).toMatchObject({ passages: { added: 1, kept: 0, removed: 1 } });
    const told = (await changes(newest!.id)).map(({ change, text }) => [change, text]);
    expect(told).toEqual([
      ["added", "The lamp burns gas."],
      ["removed", "The lamp burns oil."],
    ]);
    expect((await changes(first!.id)).map(({ change }) => change)).toEqual(["added"]);
  });

  test("by the same bytes is unchanged, and keeps no second blob", async () => {
    const source = await addLiveFile("The bell rings at noon.");
    const blobs = world.ports.blobs.keys.length;
    const same = await replace(source.id, "The bell rings at noon.");
    expect(same).toMatchObject({
      refreshing: false,
      lastRefresh: { status: "unchanged", trigger: "replaced", passages: { kept: 1 } },
    });
    expect(world.ports.blobs.keys).toHaveLength(blobs);
  });

  test("by one that cannot be read goes on answering, and is tried again with its password", async () => {
    const source = await addLiveFile("The gate opens at dawn.");
    await replace(source.id, `${LOCKED} words`);
    await world.runJobs(tenant);
    const stale = await get(source.id);
    expect(stale).toMatchObject({
      status: "live",
      refreshing: false,
      lastRefresh: { status: "failed", failure: { reason: "source.encrypted" } },
    });
    expect(stale.failure).toBeUndefined();
    expect(await found("When does the gate open?")).toContain("dawn");
    const again = await retrySource.run(owner, { sourceId: source.id, password: "open" });
    expect(again).toMatchObject({ refreshing: true, lastRefresh: { status: "running" } });
    await world.runJobs(tenant);
  });

  test("while it is read for the first time is read in its new form", async () => {
    const { id } = await addFile("The old tide table.");
    const replaced = await replace(id, "The new tide table.");
    expect(replaced).toMatchObject({ id, status: "processing" });
    await world.runJobs(tenant);
    expect(await found("tide table")).toContain("new");
    expect((await syncs(id)).map(({ status }) => status)).toEqual(["succeeded", "cancelled"]);
  });

  test("makes room for its old bytes to be a source of their own", async () => {
    const source = await addLiveFile("The anchor is of iron.");
    await replace(source.id, "The anchor is of steel.");
    await world.runJobs(tenant);
    const old = await addFile("The anchor is of iron.");
    expect(old.duplicateOf).toBeUndefined();
    expect((await addFile("The anchor is of steel.")).duplicateOf).toBe(source.id);
    await world.runJobs(tenant);
  });

  test("pays for the new passages alone", async () => {
    const source = await addLiveFile(chapters("lamp", "bell", "gate", "tide"));
    const before = (await get(source.id)).chunkCount!;
    expect(before).toBeGreaterThanOrEqual(4);
    paid.length = 0;
    await replace(source.id, chapters("lamp", "bell", "boat", "tide"));
    await world.runJobs(tenant);
    const [newest] = await syncs(source.id);
    expect(newest!.passages).toMatchObject({ added: 1, removed: 1, kept: before - 1 });
    expect(paid).toHaveLength(1);
    expect(paid[0]).toContain("boat");
  });

  test("is a file, and one of one's own", async () => {
    const note = await addText.run(owner, { twinId, title: "Note", text: "A note of words." });
    const reason = "source.other_kind";
    await expect(replace(note.id, "x")).rejects.toMatchObject({ reason });
    const stranger = (await world.newTenant()).as("owner");
    const source = await addLiveFile("The well is deep.");
    const theft = { sourceId: source.id, fileName: "x", contentBase64: "eA==" };
    await expect(replaceSource.run(stranger, theft)).rejects.toMatchObject({ code: "not_found" });
    await expect(listSyncs.run(stranger, { sourceId: source.id, limit: 5 })).rejects.toMatchObject({
      code: "not_found",
    });
    const [sync] = await syncs(source.id);
    await expect(
      listSyncChanges.run(stranger, { syncId: sync!.id, limit: 5 }),
    ).rejects.toMatchObject({ reason: "sync.not_found" });
  });
});

describe("a note that is edited", () => {
  test("says the new, under its new title, as a sync of its own", async () => {
    const note = await addText.run(owner, { twinId, title: "Fog", text: "Fog comes in May." });
    await world.runJobs(tenant);
    const edit = { sourceId: note.id, title: "Fogs", text: "Fog comes in June." };
    expect(await editNote.run(owner, edit)).toMatchObject({ id: note.id, title: "Fogs" });
    await world.runJobs(tenant);
    expect(await found("When does fog come?")).toContain("June");
    expect(await get(note.id)).toMatchObject({
      refreshing: false,
      lastRefresh: { trigger: "edited", status: "succeeded" },
    });
    expect(await editNote.run(owner, edit)).toMatchObject({
      lastRefresh: { status: "unchanged" },
    });
  });
});
