import { buffer } from "node:stream/consumers";
import { makeZip } from "@understudy/rag/parse/fixtures/make-zip";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { createBelief } from "../belief/create-belief.ts";
import { demoPicture } from "../demo/demo-picture.ts";
import { readZip } from "../export/testing/read-zip.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { createOverlay } from "../overlay/create-overlay.ts";
import { listOverlays } from "../overlay/overlays.ts";
import { eraseTwin } from "../privacy/erase-subjects.ts";
import { createTest } from "../quality/write-test.ts";
import { addText } from "../source/add-text.ts";
import { listSourceChunks } from "../source/source-text.ts";
import { listSources } from "../source/sources.ts";
import { addFile } from "../testing/add-file.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { getTwin, listTwins } from "../twin/twins.ts";
import { getUsage } from "../usage/get-usage.ts";
import { setQuota } from "../usage/set-quota.ts";
import { createVerifiedAnswer } from "../verified-answer/create-verified-answer.ts";
import { updateVerifiedAnswer } from "../verified-answer/update-verified-answer.ts";
import { listVerifiedAnswers } from "../verified-answer/verified-answers.ts";
import { listImports } from "./bundles.ts";
import { duplicateTwin } from "./duplicate-twin.ts";
import { importBundle } from "./import-bundle.ts";
import { bundleOf } from "./testing/bundle-of.ts";

const TEXT = "The kiln is fired with beech wood on the first Sunday of each month.";
const CORRECTED = "The kiln is fired with oak wood on the first Sunday of each month.";
const QUERY = "What wood is the kiln fired with?";

let here: TestWorld;
let there: TestWorld;
/** Whose twin it is. */
let first: TestTenant;
let guest: TestTenant;
let bundle: Buffer;
let sent: string[];

beforeAll(async () => {
  [here, there] = await Promise.all([openTestWorld(), openTestWorld()]);
  guest = await there.newTenant();
  bundle = await makeBundle();
});
afterAll(async () => {
  await Promise.all([here[Symbol.asyncDispose](), there[Symbol.asyncDispose]()]);
});

/** A twin with one of everything that leaves with it, as a file. */
async function makeBundle(): Promise<Buffer> {
  const tenant = await here.newTenant();
  first = tenant;
  const owner = tenant.as("owner");
  const ida = { name: "Ida", bio: "She fires kilns.", avatarUrl: demoPicture };
  const { id: twinId } = await createTwin.run(owner, ida);
  const { id: sourceId } = await addText.run(owner, { twinId, title: "Kiln", text: TEXT });
  await createBelief.run(owner, { twinId, statement: "Fire needs patience.", scope: null });
  const archive = makeZip([{ name: "glazes/ash.md", content: "Ash glaze needs two firings." }]);
  await addFile(here, tenant, { twinId, bytes: archive, fileName: "glazes.zip" });
  for (let turns = 0; turns < 3; turns++) await here.runJobs(tenant);
  const { items } = await listSourceChunks.run(owner, { sourceId, limit: 10 });
  await createOverlay.run(owner, { chunkId: items[0]!.id, kind: "edit", text: CORRECTED });
  const entry = { question: "Who fires it?", phrasings: ["Who lights the kiln?"], reviewBy: null };
  const { id } = await createVerifiedAnswer.run(owner, { twinId, ...entry, answer: "Ida." });
  await updateVerifiedAnswer.run(owner, { verifiedAnswerId: id, version: 1, answer: "Ida does." });
  const cites = { kind: "cites_source", sourceId } as const;
  const contains = { kind: "contains", text: "oak" } as const;
  const asked = { twinId, question: QUERY, expectations: [cites, contains] };
  await createTest.run(owner, { ...asked, origin: "hand" });
  await here.runJobs(tenant);
  sent = [twinId, sourceId, tenant.tenantId];
  return bundleOf(here, tenant, twinId);
}

async function importOf(importId: string) {
  const { items } = await listImports.run(guest.as("owner"), { limit: 50 });
  return items.find(({ id }) => id === importId)!;
}

const takeIn = (ctx: Context, bytes: Buffer) =>
  importBundle.run(ctx, { contentBase64: bytes.toString("base64") });

test("a twin goes to another instance, answers there as it did, and proves it by its own tests", async () => {
  const owner = guest.as("owner");
  const begun = await takeIn(owner, bundle);
  expect(begun.signer.isOurs).toBe(false);
  const counts = { sources: 3, collections: 1, answers: 1, beliefs: 1, overlays: 1, tests: 1 };
  expect(begun.counts).toMatchObject(counts);
  // The job waits for its sources, they are read, it begins the tests, and those are run.
  await there.runJobs(guest, "bundle");
  for (let turns = 0; turns < 6; turns++) await there.runJobs(guest);
  const ended = await importOf(begun.id);
  expect(ended).toMatchObject({
    status: "finished",
    proof: { status: "succeeded", summary: { passed: 1, failed: 0 } },
  });
  const twinId = ended.twinId!;
  const whole = { name: "Ida", avatarUrl: demoPicture, sourceCount: 3 };
  expect(await getTwin.run(owner, { twinId })).toMatchObject(whole);
  const sources = await listSources.run(owner, { twinId, limit: 10 });
  const archive = sources.items.find(({ title }) => title === "glazes");
  expect(archive).toMatchObject({ status: "live", pages: { total: 1, live: 1 } });
  const inside = await listSources.run(owner, { twinId, parentId: archive!.id, limit: 10 });
  expect(inside.items).toMatchObject([{ archivePath: "glazes/ash.md", status: "live" }]);
  const { passages } = await searchKnowledge.run(owner, { twinId, query: QUERY, limit: 1 });
  expect(passages[0]).toMatchObject({ sourceTitle: "Kiln", text: CORRECTED });
  const overlays = await listOverlays.run(owner, { twinId, limit: 10 });
  expect(overlays.items.map(({ status }) => status)).toEqual(["applied"]);
  const answers = await listVerifiedAnswers.run(owner, { twinId, limit: 10 });
  expect(answers.items).toMatchObject([{ answer: "Ida does.", version: 2 }]);
  for (const id of sent) expect(JSON.stringify([passages, overlays, answers])).not.toContain(id);
  expect(there.ports.blobs.keys).toHaveLength(4);
});

test("a twin is copied in its workspace with all it knows, and goes on without the first", async () => {
  const owner = first.as("owner");
  const [{ id: twinId } = { id: "" }] = (await listTwins.run(owner, { limit: 10, archived: false }))
    .items;
  const copy = await duplicateTwin.run(owner, { twinId });
  const whole = { name: "Ida (copy)", bio: "She fires kilns.", avatarUrl: demoPicture };
  expect(copy).toMatchObject({ ...whole, handle: "ida-copy", currentReleaseId: null });
  await eraseTwin.run(owner, { twinId, confirm: "Ida" });
  for (let turns = 0; turns < 4; turns++) await here.runJobs(first);
  const asked = { twinId: copy.id, query: QUERY, limit: 1 };
  const { passages } = await searchKnowledge.run(owner, asked);
  expect(passages[0]).toMatchObject({ sourceTitle: "Kiln", text: CORRECTED });
  const answers = await listVerifiedAnswers.run(owner, { twinId: copy.id, limit: 10 });
  expect(answers.items).toMatchObject([
    { answer: "Ida does.", phrasings: ["Who lights the kiln?"] },
  ]);
  expect((await getTwin.run(owner, { twinId: copy.id })).sourceCount).toBe(3);
});

test("a bundle holds nothing of anybody else, and no secret", async () => {
  const files = await readZip(bundle);
  expect([...files.keys()].slice(0, 2)).toEqual(["manifest.json", "twin.json"]);
  const text = files.get("twin.json") ?? "";
  expect(text).toContain(TEXT.slice(4, 20));
  expect(text).not.toMatch(/tenant|visitor|apiKey|secret|actorId/);
});

type Files = Map<string, string>;

/** The same archive with something else in it, whole in itself: only what was signed tells. */
async function forge(change: (files: Files) => void): Promise<Buffer> {
  const files = await readZip(bundle, "latin1");
  change(files);
  const zip = new ZipFile();
  for (const [path, text] of files) zip.addBuffer(Buffer.from(text, "latin1"), path);
  zip.end();
  return buffer(zip.outputStream);
}

const swap = (files: Files, path: string, from: string, to: string) =>
  files.set(path, files.get(path)!.replace(from, to));
const fileOf = (files: Files) => [...files].find(([, text]) => text === TEXT)![0];
const outside = async () => {
  const text = bundle.toString("latin1").replaceAll("twin.json", "../n.json");
  return Buffer.from(text, "latin1");
};

test.each([
  ["what describes it", () => forge((files) => swap(files, "twin.json", "Ida does.", "Ivo does."))],
  ["its manifest", () => forge((files) => swap(files, "manifest.json", '"Ida"', '"Ivo"'))],
  ["a file, by its size", () => forge((files) => files.set(fileOf(files), "Short."))],
  ["a file that was added", () => forge((files) => files.set("files/more", "More."))],
  ["a file that was left out", () => forge((files) => files.delete(fileOf(files)))],
  ["a path that leads elsewhere", outside],
  ["a part of it", async () => bundle.subarray(0, bundle.length - 40)],
  ["something else", async () => Buffer.from("PK no archive")],
])("what was changed since it was signed is refused, and leaves nothing: %s", async (_, make) => {
  const owner = guest.as("owner");
  const before = there.ports.blobs.keys.length;
  const twins = await listTwins.run(owner, { limit: 50, archived: false });
  await expect(takeIn(owner, await make())).rejects.toMatchObject({
    reason: expect.stringMatching(/^bundle\.(broken|altered)$/),
  });
  expect(there.ports.blobs.keys).toHaveLength(before);
  expect(await listTwins.run(owner, { limit: 50, archived: false })).toEqual(twins);
});

test("a file of the same size that is not what was signed ends its import, and leaves nothing", async () => {
  const owner = guest.as("owner");
  const before = there.ports.blobs.keys.length;
  const forged = await forge((files) => swap(files, fileOf(files), "beech", "birch"));
  const { id: importId } = await takeIn(owner, forged);
  await there.runJobs(guest, "bundle");
  expect(await importOf(importId)).toMatchObject({
    status: "failed",
    twinId: null,
  });
  expect(there.ports.blobs.keys).toHaveLength(before);
});

test("a bundle that finds no room is taken in by no part of it", async () => {
  const owner = guest.as("owner");
  const before = there.ports.blobs.keys.length;
  const { limits } = await getUsage.run(owner, undefined);
  const held = limits.find(({ metric }) => metric === "sources")!.used!;
  await setQuota.run(owner, { scope: "tenant", metric: "sources", limit: held + 1 });
  const { id: importId } = await takeIn(owner, bundle);
  await there.runJobs(guest, "bundle");
  expect(await importOf(importId)).toMatchObject({ status: "failed", twinId: null });
  expect(there.ports.blobs.keys).toHaveLength(before);
});
