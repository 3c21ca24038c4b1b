import { listAuditEvents } from "@understudy/db/queries/audit-events";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askQuestion } from "../conversation/ask-question.ts";
import { startChat } from "../conversation/conversations.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { addText } from "../source/add-text.ts";
import { replaceSource } from "../source/replace-file.ts";
import { listSourceChunks } from "../source/source-text.ts";
import { addFile } from "../testing/add-file.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { createOverlay } from "./create-overlay.ts";
import { measureImpact } from "./measure-impact.ts";
import { listOverlays, removeOverlay } from "./overlays.ts";
import { updateOverlay } from "./update-overlay.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
let sourceId: string;
const paid: string[] = [];

const embedder: Embedder = {
  model: "counting",
  maxBatchSize: 8,
  async embed(texts) {
    paid.push(...texts);
    return texts.map((text) => Float32Array.of(text.length, 1));
  },
};

/** Each topic a passage of its own. */
const handbook = (...topics: string[]) =>
  topics
    .map((topic) => {
      const days = Array.from(
        { length: 22 },
        (_, day) => `The ${topic} is seen from tower ${day} on day ${day}.`,
      );
      return `# ${topic}\n\nThe ${topic} belongs to the keeper. ${days.join(" ")}`;
    })
    .join("\n\n");

beforeAll(async () => {
  world = await openTestWorld({ embedder });
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
  const text = handbook("lamp", "bell", "gate");
  sourceId = (await addFile(world, tenant, { twinId, text })).id;
  await world.runJobs(tenant);
});

const passages = async () => (await listSourceChunks.run(owner, { sourceId, limit: 100 })).items;
const passageOf = async (topic: string) =>
  (await passages()).find(({ text, original }) => (original ?? text).includes(`The ${topic} `))!;
const correct = async (topic: string, text: string) =>
  createOverlay.run(owner, { chunkId: (await passageOf(topic)).id, kind: "edit", text });
const mark = async (topic: string, kind: "hide" | "pin") =>
  createOverlay.run(owner, { chunkId: (await passageOf(topic)).id, kind });
const search = async (query: string, limit = 5) =>
  (await searchKnowledge.run(owner, { twinId, query, limit })).passages;
const listed = async (status?: ("applied" | "changed" | "unmatched")[]) =>
  (await listOverlays.run(owner, { twinId, status, limit: 50 })).items;
const resync = async (text: string) => {
  const contentBase64 = Buffer.from(text).toString("base64");
  await replaceSource.run(owner, { sourceId, fileName: "keeper.md", contentBase64 });
  await world.runJobs(tenant);
};
async function ask(message: string) {
  const conversationId = (await startChat.run(owner, { twinId })).id;
  for await (const events of askQuestion(owner, { conversationId, message })) {
    for (const event of events) if (event.type === "done") return event.message;
  }
  throw new Error("The answer did not end.");
}
const GILDED = "The bell was gilded by Oresund masters in 1931.";

test("what was corrected answers from the next question on, cited as the owner's words", async () => {
  const bell = await passageOf("bell");
  await correct("bell", GILDED);
  const [found] = await search("Who gilded the bell?");
  expect(found).toMatchObject({ text: GILDED, corrected: true, locator: bell.locator });
  const { text, citations } = await ask("When was the bell gilded by Oresund masters?");
  expect(text).toContain("in 1931");
  expect(citations[0]).toMatchObject({ quote: GILDED, corrected: true, locator: bell.locator });
  expect(await measureImpact.run(owner, { chunkId: bell.id })).toEqual({
    answers: 1,
    vouched: [],
    tests: [],
  });
  expect(await passageOf("bell")).toMatchObject({ text: GILDED, state: "corrected" });
  paid.length = 0;
  await world.runJobs(tenant, "reindex");
  expect(paid).toEqual([GILDED]);
  expect((await search("gilded"))[0]?.scores.vector).not.toBeNull();
});

test("a correction and a hidden passage survive a sync that changes others", async () => {
  await correct("bell", GILDED);
  await mark("gate", "hide");
  await resync(handbook("buoy", "lamp", "bell", "gate"));
  expect((await search("Who gilded the bell?"))[0]?.text).toBe(GILDED);
  expect((await search("gate")).some(({ text }) => text.includes("gate"))).toBe(false);
  expect((await search("buoy"))[0]?.text).toContain("The buoy belongs");
  const [hidden, edited] = await listed();
  expect(edited).toMatchObject({ status: "applied", chunkId: (await passageOf("bell")).id });
  expect(hidden).toMatchObject({ status: "applied", kind: "hide" });
});

test("a correction of words that the source has changed stays, to be looked at", async () => {
  await correct("bell", GILDED);
  await resync(
    handbook("lamp", "bell", "gate").replace("The bell is seen from tower 3 on day 3.", ""),
  );
  const [edited] = await listed(["changed"]);
  expect(edited!.original).not.toContain("tower 3 ");
  expect((await search("gilded bell"))[0]?.text).toBe(GILDED);
  const { id: overlayId, revision } = edited!;
  expect(await updateOverlay.run(owner, { overlayId, revision })).toMatchObject({
    status: "applied",
  });
});

test("a correction whose passage vanished is kept, and finds another one or its own again", async () => {
  await correct("bell", GILDED);
  await resync(handbook("lamp", "gate"));
  const [lost] = await listed(["unmatched"]);
  expect(lost).toMatchObject({ chunkId: null, text: GILDED });
  expect(lost!.original).toContain("The bell belongs");
  expect((await search("gilded")).some(({ corrected }) => corrected)).toBe(false);
  await resync(handbook("lamp", "bell", "gate"));
  expect((await search("gilded"))[0]?.text).toBe(GILDED);
  const [back] = await listed();
  const chunkId = (await passageOf("gate")).id;
  const moved = { overlayId: back!.id, revision: back!.revision, chunkId };
  expect(await updateOverlay.run(owner, moved)).toMatchObject({ chunkId, status: "applied" });
  expect((await passageOf("bell")).state).toBeUndefined();
});

test("what is hidden is gone from search and answers at once, and comes back", async () => {
  expect((await ask("Who does the gate belong to?")).answered).toBe(true);
  const { id: overlayId, revision } = await mark("gate", "hide");
  expect((await search("gate")).some(({ text }) => text.includes("gate"))).toBe(false);
  const { citations } = await ask("Who does the gate belong to?");
  expect(citations.some(({ quote }) => quote.includes("gate"))).toBe(false);
  expect(await passageOf("gate")).toMatchObject({ state: "hidden" });
  await removeOverlay.run(owner, { overlayId, revision });
  expect((await search("gate"))[0]?.text).toContain("The gate belongs");
});

test("what is pinned comes first where it matches at all, and nowhere else", async () => {
  const question = "Does the lamp belong to the keeper?";
  expect((await search(question))[0]?.text).toContain("The lamp");
  await mark("gate", "pin");
  expect((await search(question, 1))[0]).toMatchObject({ pinned: true });
  expect((await search("lamp"))[0]?.text).toContain("The lamp");
});

test("two people cannot overwrite each other unseen", async () => {
  const { id: overlayId, revision } = await correct("bell", GILDED);
  await expect(correct("bell", "Another.")).rejects.toMatchObject({ reason: "overlay.changed" });
  await updateOverlay.run(owner, { overlayId, revision, text: "The first." });
  const late = { overlayId, revision, text: "The second." };
  const reason = "overlay.changed";
  await expect(updateOverlay.run(owner, late)).rejects.toMatchObject({ code: "conflict", reason });
  await expect(removeOverlay.run(owner, late)).rejects.toMatchObject({ reason });
  expect((await listed())[0]).toMatchObject({ text: "The first.", revision: 2 });
});

test("a passage of an older version is refused, as are an edit without words and another source's passage", async () => {
  const { id: old } = await passageOf("bell");
  await expect(createOverlay.run(owner, { chunkId: old, kind: "edit" })).rejects.toMatchObject({
    reason: "overlay.no_text",
  });
  const { id: overlayId, revision } = await correct("lamp", "The lamp is out.");
  const other = await addText.run(owner, { twinId, title: "Other", text: "The oar is long." });
  await world.runJobs(tenant);
  const { items } = await listSourceChunks.run(owner, { sourceId: other.id, limit: 1 });
  const elsewhere = { overlayId, revision, chunkId: items[0]!.id };
  await expect(updateOverlay.run(owner, elsewhere)).rejects.toMatchObject({
    reason: "overlay.other_source",
  });
  await resync(handbook("lamp", "buoy"));
  await expect(createOverlay.run(owner, { chunkId: old, kind: "hide" })).rejects.toMatchObject({
    reason: "overlay.passage_gone",
  });
});

test("another tenant sees nothing, and each change is on record", async () => {
  const { id: overlayId, revision } = await correct("bell", GILDED);
  const stranger = (await world.newTenant()).as("owner");
  const chunkId = (await passageOf("bell")).id;
  const code = "not_found";
  const refused = [
    () => createOverlay.run(stranger, { chunkId, kind: "hide" }),
    () => updateOverlay.run(stranger, { overlayId, revision, text: "Stolen." }),
    () => removeOverlay.run(stranger, { overlayId, revision }),
    () => listOverlays.run(stranger, { twinId, limit: 5 }),
    () => measureImpact.run(stranger, { chunkId }),
  ];
  for (const ask of refused) await expect(ask()).rejects.toMatchObject({ code });
  const reader = tenant.asKey([(await createTwin.run(owner, { name: "Other" })).id]);
  await expect(removeOverlay.run(reader, { overlayId, revision })).rejects.toMatchObject({ code });
  await removeOverlay.run(owner, { overlayId, revision });
  const events = await owner.transaction((tx) => listAuditEvents(tx, { limit: 2 }));
  expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ["overlay.remove", overlayId],
    ["twin.create", expect.any(String)],
  ]);
});
